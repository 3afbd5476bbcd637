import type { ScenarioChange } from '@/shared/api/types';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { draftWords } from './draft';

/** Every change of the settings, the latest first. */
export function History({ changes }: { changes: readonly ScenarioChange[] }) {
  return (
    <Panel title="Changes" note={changes.length > 0 ? 'the latest first' : undefined}>
      {changes.length === 0 ? (
        <Empty tight title="It is as it comes" />
      ) : (
        <ol className="changes">
          {changes.map((change) => (
            <li key={`${change.at} ${change.by}`}>
              <div>
                <strong>{change.by}</strong> <Time at={change.at} />
              </div>
              <div className="break">{draftWords(change)}</div>
              <div className="soft break">{change.reason}</div>
              <div className="small faint">
                {change.back_test ?? 'Saved without a back-test.'} {change.from === null ? 'Holds from the beginning.' : <FromThen at={change.from} />}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function FromThen({ at }: { at: string }) {
  return (
    <>
      Holds for calls from <Time at={at} show="absolute" /> on.
    </>
  );
}
