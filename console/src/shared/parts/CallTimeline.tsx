import { callHistogramQuery } from '@/shared/api/getCallHistogram';
import { type CallFilters, callsQuery } from '@/shared/api/listCalls';
import type { CallHistogram } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted, number } from '@/shared/format/number';
import { seconds } from '@/shared/format/time';
import { useFilters } from '@/shared/keys/useFilters';
import { Answer } from '@/shared/ui/Answer';
import { Pages } from '@/shared/ui/Pages';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Brush } from './Brush';
import { CallTable } from './CallTable';
import { type Range, moved, rangeOf, zoomed } from './range';

/** In a range of no more calls than this they are shown one by one. */
const SINGLE_CALLS_MAX = 500;

type Of = Pick<CallFilters, 'actor' | 'endpoint' | 'entity_type' | 'entity_id'>;

/** Calls over weeks, from which one draws a range: hours, minutes, in the end single calls. The range is in the address. */
export function CallTimeline({ of }: { of: Of }) {
  const filters = useFilters();
  const [since, until] = [filters.one('since'), filters.one('until')];
  const asked: CallFilters = { ...of, ...(since && { from: since }), ...(until && { to: until }) };
  const histogram = useQuery(callHistogramQuery(asked));
  const show = (range: Range | undefined) => filters.set({ since: range && new Date(range.from).toISOString(), until: range && new Date(range.to).toISOString() });
  return (
    <Panel title="When" note="drag over the picture for a closer look" more={<Link to={to.calls({ ...asked })}>these calls</Link>}>
      <Answer query={histogram} lines={4}>
        {(found) => <Picture histogram={found} show={show} isWhole={!since && !until} asked={asked} />}
      </Answer>
    </Panel>
  );
}

interface Shown {
  histogram: CallHistogram;
  show: (range: Range | undefined) => void;
  isWhole: boolean;
  asked: CallFilters;
}

function Picture({ histogram, show, isWhole, asked }: Shown) {
  const range = rangeOf(histogram);
  const calls = histogram.buckets.reduce((sum, bucket) => sum + bucket.calls, 0);
  const errors = histogram.buckets.reduce((sum, bucket) => sum + bucket.errors, 0);
  return (
    <>
      <div className="row timeline-bar" role="group" aria-label="Range of the timeline">
        <Moment text="From" at={range.from} onChoose={(from) => show({ from, to: Math.max(range.to, from + 1000) })} />
        <Moment text="To" at={range.to} onChoose={(end) => show({ from: Math.min(range.from, end - 1000), to: end })} />
        <Step text="Zoom in" onStep={() => show(zoomed(range, 0.5))} />
        <Step text="Zoom out" onStep={() => show(zoomed(range, 2))} />
        <Step text="Earlier" onStep={() => show(moved(range, -1))} />
        <Step text="Later" onStep={() => show(moved(range, 1))} />
        <button type="button" className="button plain" disabled={isWhole} onClick={() => show(undefined)}>
          All time
        </button>
      </div>
      <Brush histogram={histogram} onRange={show} />
      <p className="small faint">
        {counted(calls, 'call')}, {number(errors)} refused or failed; each bar is {seconds(histogram.step_seconds)}
      </p>
      {!isWhole && calls > 0 && calls <= SINGLE_CALLS_MAX && <Single asked={asked} />}
    </>
  );
}

function Step({ text, onStep }: { text: string; onStep: () => void }) {
  return (
    <button type="button" className="button" onClick={onStep}>
      {text}
    </button>
  );
}

function Moment({ text, at, onChoose }: { text: string; at: number; onChoose: (at: number) => void }) {
  return (
    <label className="small">
      {text}{' '}
      <input className="field" type="datetime-local" step={1} value={new Date(at).toISOString().slice(0, 19)} onChange={(event) => event.target.value && onChoose(Date.parse(`${event.target.value}Z`))} />
    </label>
  );
}

function Single({ asked }: { asked: CallFilters }) {
  const calls = useInfiniteQuery(callsQuery(asked));
  return (
    <Pages query={calls} empty={<Empty tight title="No calls in this range" />}>
      {(rows, long) => <CallTable calls={rows} withActor={asked.actor === undefined} long={long} />}
    </Pages>
  );
}
