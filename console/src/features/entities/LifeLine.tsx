import { number } from '@/shared/format/number';
import { lasting, seconds } from '@/shared/format/time';
import { ActorLink } from '@/shared/parts/ActorLink';
import { EndpointName } from '@/shared/parts/EndpointName';
import { HowMark, WhoseMark } from '@/shared/parts/Provenance';
import { HttpStatus } from '@/shared/ui/Badges';
import { Time } from '@/shared/ui/Time';
import type { Run } from './runs';

const RUNS_SHOWN = 40;
/** Shorter pauses are not worth a line, in seconds. */
const PAUSE_SHOWN_MIN = 60;

/** The life of a thing from top to bottom: what was done, by whom, how it went, how the actor knew the thing. What is unusual stands out. */
export function LifeLine({ runs, earlier }: { runs: readonly Run[]; earlier: number }) {
  const shown = runs.slice(-RUNS_SHOWN);
  const left = earlier + runs.slice(0, -RUNS_SHOWN).reduce((sum, run) => sum + run.calls, 0);
  return (
    <ol className="life-line" aria-label="Its process so far">
      {left > 0 && <li className="pause">{number(left)} earlier calls</li>}
      {shown.map((run, index) => (
        <Passed key={`${run.first.call_id} ${run.first.time} ${index}`} run={run} />
      ))}
    </ol>
  );
}

function Passed({ run }: { run: Run }) {
  const { first, last, calls, pause, usual } = run;
  const refused = first.status !== null && first.status >= 400;
  return (
    <>
      {pause !== null && pause >= PAUSE_SHOWN_MIN && <li className="pause">{seconds(pause)} later</li>}
      <li className={['passed', first.how === 'unexplained' && 'unknown', first.whose === 'other' && 'foreign', refused && 'refused', usual?.unusual && 'odd'].filter(Boolean).join(' ')}>
        <span className="when">
          <Time at={first.time} show="absolute" />
          {calls > 1 && <span className="small faint">for {lasting(first.time, last.time)}</span>}
        </span>
        <span className="what">
          <span className="row">
            {first.endpoint === null ? <span className="faint">unknown endpoint</span> : <EndpointName endpoint={first.endpoint} id={first.endpoint_id} />}
            {calls > 1 && <b title={`${number(calls)} calls in a row`}>×{number(calls)}</b>}
            {first.status !== null && <HttpStatus status={first.status} />}
          </span>
          <span className="row small">
            {first.actor === null ? <span className="faint">an unknown actor</span> : <ActorLink actor={first.actor} showKind />}
            {first.how !== null && <HowMark how={first.how} />}
            {first.whose !== null && <WhoseMark whose={first.whose} />}
          </span>
          {usual?.unusual && <Odd usual={usual} />}
        </span>
      </li>
    </>
  );
}

function Odd({ usual }: { usual: NonNullable<Run['usual']> }) {
  const after = usual.after === null ? 'as the first call of a thing' : `after ${usual.after}`;
  return (
    <span className="small unusual">
      Unusual here: {number(usual.times)} of {number(usual.of)} times {after}
    </span>
  );
}
