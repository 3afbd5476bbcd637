import type { Process } from '@/shared/api/types';
import { number, percent } from '@/shared/format/number';
import { useFilters } from '@/shared/keys/useFilters';
import { Choices } from '@/shared/ui/Choices';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { useMemo } from 'react';
import { ProcessMap } from './ProcessMap';
import { StepTable, hiddenText } from './StepTable';
import { HIDE_BELOW, readableShare, stepsFrom } from './steps';

/** The process of a type: what to hide, the map, and its numbers as a table. */
export function ProcessPanel({ process }: { process: Process | null }) {
  if (process !== null && process.edges.length > 0) return <Shown process={process} />;
  return (
    <Panel title="What follows what" flush>
      <Empty tight title="No process yet">A map is drawn from calls that were served and name things of this type. Come back when there are some.</Empty>
    </Panel>
  );
}

function Shown({ process }: { process: Process }) {
  const filters = useFilters();
  const asked = HIDE_BELOW.find((share) => String(share) === filters.one('hide'));
  const share = asked ?? readableShare(process);
  const steps = useMemo(() => stepsFrom(process, share), [process, share]);
  return (
    <>
      <Panel title="What follows what" note={`told from ${number(process.entities)} things of this type`} flush>
        <div className="filters process-filters">
          <span className="soft">Hide steps of fewer than</span>
          <Choices
            label="Hide steps that fewer things take than"
            options={HIDE_BELOW.map((one) => ({ value: String(one), text: one === 0 ? 'none' : percent(one), hint: one === 0 ? 'Show every step' : `Hide the steps that fewer than ${percent(one)} of the things take` }))}
            chosen={[String(share)]}
            onChoose={(hide) => filters.set({ hide })}
          />
          <span className="small faint">of the things · {hiddenText(process, steps)}</span>
          <span className="small faint">Wide lines are frequent; below the number of times stands the median time; ↻ is the same operation once more.</span>
        </div>
        <ProcessMap process={process} steps={steps} />
      </Panel>
      <Panel title="Steps" note="the numbers of the map, the most frequent first" flush>
        <StepTable process={process} steps={steps} />
      </Panel>
    </>
  );
}
