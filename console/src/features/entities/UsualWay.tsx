import type { Process } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { percent } from '@/shared/format/number';
import { seconds } from '@/shared/format/time';
import { EndpointName } from '@/shared/parts/EndpointName';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Link } from 'react-router';
import { type UsualStep, usualWay } from './steps';

/** The most frequent way of a type, to hold a thing's life against. */
export function UsualWay({ type, process }: { type: string; process: Process | null }) {
  const way = process === null ? [] : usualWay(process);
  return (
    <Panel title="The usual way" note={`of ${type}`} more={<Link to={to.entityType(type)}>process map</Link>}>
      {process === null || way.length === 0 ? (
        <Empty tight title="Not known yet">It is learned from calls that were served.</Empty>
      ) : (
        <ol className="usual-way">
          {way.map(({ step, share }) => (
            <li key={step.to ?? ''}>
              {step.to === null ? <span className="soft">then no more calls</span> : <EndpointName endpoint={step.to} id={process.nodes.find((node) => node.endpoint === step.to)?.endpoint_id ?? null} />}
              <span className="small faint">{told({ step, share })}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function told({ step, share }: UsualStep): string {
  if (step.from === null) return `${percent(share)} begin so`;
  return `${percent(share)} of the time${step.median_seconds === null ? '' : `, half within ${seconds(step.median_seconds)}`}`;
}
