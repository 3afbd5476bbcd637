import type { Process } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted, number } from '@/shared/format/number';
import { seconds } from '@/shared/format/time';
import { EndpointName } from '@/shared/parts/EndpointName';
import { Meter } from '@/shared/ui/Meter';
import { Table } from '@/shared/ui/Table';
import { Link } from 'react-router';
import { type Step, fromOf, stepKey, toOf } from './steps';

/** The numbers of a process map, for those who cannot see it and for those who want them all. */
export function StepTable({ process, steps }: { process: Process; steps: readonly Step[] }) {
  const id = (endpoint: string) => process.nodes.find((node) => node.endpoint === endpoint)?.endpoint_id ?? null;
  return (
    <div className="step-table">
      <Table
        label="Steps"
        rows={steps}
        rowKey={(step) => stepKey(fromOf(step), toOf(step))}
        columns={[
          { name: 'From', wide: true, cell: (step) => (step.from === null ? <span className="faint">first call</span> : <EndpointName endpoint={step.from} id={id(step.from)} />) },
          { name: 'To', wide: true, cell: (step) => (step.to === null ? <span className="faint">last call</span> : <EndpointName endpoint={step.to} id={id(step.to)} row />) },
          { name: 'Things', cell: (step) => <Meter value={step.entities / process.entities} label={`${number(step.entities)} of ${number(process.entities)} things,`} /> },
          { name: 'Times', right: true, cell: (step) => <Times step={step} id={step.to === null ? (step.from === null ? null : id(step.from)) : id(step.to)} /> },
          { name: 'Half within', right: true, cell: (step) => <Length of={step.median_seconds} /> },
          { name: 'Nine of ten', right: true, extra: true, cell: (step) => <Length of={step.p90_seconds} /> },
        ]}
      />
    </div>
  );
}

function Times({ step, id }: { step: Step; id: string | null }) {
  if (id === null) return <>{number(step.times)}</>;
  return (
    <Link to={to.calls({ endpoint: id })} title="The calls of this endpoint">
      {number(step.times)}
    </Link>
  );
}

function Length({ of }: { of: number | null }) {
  return of === null ? <span className="faint">–</span> : <>{seconds(of)}</>;
}

/** What is not shown, in words. */
export function hiddenText(process: Process, shown: readonly Step[]): string {
  const steps = process.edges.length - shown.length;
  const operations = process.nodes.filter((node) => !shown.some((step) => step.from === node.endpoint || step.to === node.endpoint)).length;
  if (steps === 0) return process.cut ? 'The 500 most frequent steps' : 'All steps';
  return `${number(steps)} of ${number(process.edges.length)} steps hidden${operations > 0 ? `, and ${counted(operations, 'operation')} with them` : ''}`;
}
