import type { ScenarioDetail } from '@/shared/api/types';
import { Panel } from '@/shared/ui/Panel';

/** How far a back-test of this detection can be trusted. */
export function ReplayNote({ replay }: { replay: ScenarioDetail['replay'] }) {
  const verdict = !replay.possible ? 'It cannot be back-tested.' : replay.exact ? 'Stored calls tell all that it looks at, so a back-test raises what was raised.' : 'A back-test is close to what was raised, not equal to it.';
  return (
    <Panel title="How well it can be back-tested">
      <div className="stack">
        <p>{verdict}</p>
        {replay.unkept.length > 0 && (
          <ul className="bullets">
            {replay.unkept.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {replay.possible && <p className="small faint">Present and proposed settings see the very same calls, so their difference is that of the settings.</p>}
      </div>
    </Panel>
  );
}
