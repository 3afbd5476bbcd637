import type { Process } from '@/shared/api/types';
import { Panel } from '@/shared/ui/Panel';
import { useMemo } from 'react';
import { ProcessMap } from './ProcessMap';
import { fromOf, readableShare, stepKey, toOf } from './steps';

/** What a thing did, on the map of what is usual for its type. */
export function WayOnMap({ process, way }: { process: Process; way: ReadonlySet<string> }) {
  const steps = useMemo(() => {
    const share = readableShare(process);
    return process.edges.filter((step) => step.entities >= share * process.entities || way.has(stepKey(fromOf(step), toOf(step))));
  }, [process, way]);
  if (steps.length === 0) return null;
  return (
    <Panel title="Its way among the usual ones" note="pale: what others of its type do and it did not; orange: what is unusual" flush>
      <ProcessMap process={process} steps={steps} way={way} />
    </Panel>
  );
}
