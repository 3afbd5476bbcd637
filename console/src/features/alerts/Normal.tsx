import type { Alert } from '@/shared/api/types';
import { counted, number } from '@/shared/format/number';
import { Panel } from '@/shared/ui/Panel';
import { useQueries } from '@tanstack/react-query';
import { type Kind, chosen, heldBy } from './scope';
import { isEmpty, previewQuery } from './suppressions';

const WAYS: readonly { kinds: readonly Kind[]; text: string }[] = [
  { kinds: ['scenarios', 'actors'], text: 'these detections for this actor' },
  { kinds: ['scenarios', 'endpoints'], text: 'these detections at these endpoints' },
  { kinds: ['scenarios', 'networks'], text: 'these detections from these addresses' },
];

/** What would have been as usual, and how much a suppression would have hidden. */
export function Normal({ alert }: { alert: Alert }) {
  const held = heldBy([alert]);
  const ways = WAYS.filter(({ kinds }) => kinds.every((kind) => held[kind].length > 0));
  const previews = useQueries({ queries: ways.map(({ kinds }) => previewQuery(chosen(held, kinds))) });
  return (
    <Panel title="What would have been normal">
      <div className="stack">
        {alert.would_be_normal.length === 0 ? (
          <p className="faint">No number was off: what happened is unusual by itself.</p>
        ) : (
          <ul className="bullets">
            {alert.would_be_normal.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        <h3>What would silence it</h3>
        <ul className="bullets">
          {ways.map(({ kinds, text }, index) => {
            const found = previews[index]?.data;
            return (
              !isEmpty(chosen(held, kinds)) && (
                <li key={text}>
                  Suppressing {text}: {found ? `${counted(found.alerts, 'alert')} of the last ${number(found.days)} days` : '…'}
                </li>
              )
            );
          })}
        </ul>
      </div>
    </Panel>
  );
}
