import type { BackTest, BackTestResult } from '@/shared/api/types';
import { counted, number, percent } from '@/shared/format/number';
import { useFilters } from '@/shared/keys/useFilters';
import { Choices } from '@/shared/ui/Choices';
import { CompareBars } from './CompareBars';
import { Examples } from './Examples';
import { useCancelBackTest } from './cancelBackTest';
import { draftOf, draftWords } from './draft';

const KINDS = ['alerts', 'signals'] as const;

interface Props {
  test: BackTest;
  /** Whether it is of the settings in the form. */
  current: boolean;
  adopt: () => void;
}

/** A back-test under way, or what it found. */
export function BackTestView({ test, current, adopt }: Props) {
  return (
    <section className="back-test" aria-label="Back-test">
      {!current && (
        <p className="note row">
          <span>This is a back-test of other settings than those above: {draftWords(draftOf(test))}.</span>
          <button className="button small" onClick={adopt}>
            Use them
          </button>
        </p>
      )}
      {test.status === 'running' && <Running test={test} />}
      {test.status === 'cancelled' && <p className="note">The back-test was cancelled.</p>}
      {test.status === 'failed' && (
        <p role="alert" className="note-bad">
          The back-test failed: {test.message}
        </p>
      )}
      {test.result && <Found scenario={test.scenario} result={test.result} calls={test.calls_read} />}
    </section>
  );
}

function Running({ test }: { test: BackTest }) {
  const cancel = useCancelBackTest(test.id);
  const share = test.calls_total === 0 ? 0 : test.calls_read / test.calls_total;
  return (
    <div className="row" role="status">
      <progress aria-label="Calls judged again" max={1} {...(test.calls_total > 0 && { value: share })} />
      <span>{test.calls_total === 0 ? 'Counting the calls that are stored …' : `${number(test.calls_read)} of ${counted(test.calls_total, 'call')} judged again (${percent(share)})`}</span>
      <button className="button" disabled={cancel.isPending || cancel.isSuccess} onClick={() => cancel.mutate()}>
        Cancel
      </button>
    </div>
  );
}

function Found({ scenario, result, calls }: { scenario: string; result: BackTestResult; calls: number }) {
  const filters = useFilters();
  const kind = filters.oneOf('by', KINDS) ?? 'alerts';
  const { present, proposed } = result;
  return (
    <div className="stack" role="status">
      <p className="sentence">{result.sentence}</p>
      <div className="row">
        <Choices label="What is shown" options={KINDS.map((one) => ({ value: one, text: one === 'alerts' ? 'Alerts' : 'Signals' }))} chosen={[kind]} onChoose={(by) => filters.set({ by: by === 'alerts' ? undefined : by })} />
        <span className="soft">
          {counted(proposed.signals, 'signal')} about {counted(proposed.actors, 'actor')}, at present {number(present.signals)} about {number(present.actors)}; alerts of all detections {number(proposed.alerts_in_all)}, at present {number(present.alerts_in_all)}
        </span>
      </div>
      <CompareBars scenario={scenario} days={result.days} kind={kind} />
      <p className="small faint">
        {counted(calls, 'call')} judged again, of {result.from} to {result.to}
        {result.learning_days > 0 && ` and ${counted(result.learning_days, 'day')} before that, which only taught what is usual`}.
      </p>
      {result.left_out.map((words) => (
        <p key={words} className="note">
          {words}
        </p>
      ))}
      <Examples examples={result.examples} />
    </div>
  );
}
