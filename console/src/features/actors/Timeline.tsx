import type { ActorDetail } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { to } from '@/shared/format/links';
import { Empty } from '@/shared/ui/States';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { shortened } from './facetLayout';
import { type Range, dayAt, placeOf, rangeOf, stretches, weeks } from './timeline';

type Side = ActorDetail['used'][number];

const KINDS: readonly { what: Side['what']; title: string }[] = [
  { what: 'credential', title: 'Credentials' },
  { what: 'network', title: 'Networks' },
  { what: 'device', title: 'Devices' },
];
const BARS = 44;

/** Calls a day, and below them when each credential, network and device was in use. */
export function Timeline({ actor }: { actor: ActorDetail }) {
  const range = rangeOf(actor.calls_per_day.map(({ day }) => day));
  if (!range) return <Empty tight title="No calls in the lake" />;
  return (
    <div className="timeline">
      <Lane name={<span className="faint">Calls a day</span>} count={`at most ${Math.max(...actor.calls_per_day.map(({ calls }) => calls))}`}>
        <Days actor={actor} range={range} />
      </Lane>
      <Lane name="" count="">
        <Dates range={range} />
      </Lane>
      {KINDS.map(({ what, title }) => {
        const sides = actor.used.filter((side) => side.what === what);
        return (
          sides.length > 0 && (
            <section key={what} aria-label={title}>
              <h3>{title}</h3>
              {sides.map((side) => (
                <Lane key={side.value} name={<SideName actor={actor.actor} side={side} />} count={counted(side.calls, 'call')}>
                  <InUse side={side} range={range} />
                </Lane>
              ))}
            </section>
          )
        );
      })}
    </div>
  );
}

function Lane({ name, count, children }: { name: ReactNode; count: string; children: ReactNode }) {
  return (
    <div className="lane">
      <span className="clip">{name}</span>
      {children}
      <span className="small faint right">{count}</span>
    </div>
  );
}

function SideName({ actor, side }: { actor: string; side: Side }) {
  const text = shortened(side.value.replace(':', ' '), 32);
  if (side.what === 'credential') return <span title={side.value}>{text}</span>;
  return (
    <Link title={side.value} to={to.calls({ actor, [side.what === 'network' ? 'asn' : 'device']: side.value })}>
      {text}
    </Link>
  );
}

function Days({ actor, range }: { actor: ActorDetail; range: Range }) {
  const most = Math.max(1, ...actor.calls_per_day.map(({ calls }) => calls));
  return (
    <svg viewBox={`0 0 ${range.days} ${BARS}`} height={BARS} preserveAspectRatio="none" role="img" aria-label={`Calls a day, at most ${most}`}>
      <Weeks range={range} height={BARS} />
      {actor.calls_per_day.map(({ day, calls }) => {
        const tall = Math.max(1.5, (calls / most) * BARS);
        return (
          <rect key={day} className="calls" x={placeOf(day, range) + 0.1} y={BARS - tall} width={0.8} height={tall}>
            <title>{`${day}: ${counted(calls, 'call')}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

function InUse({ side, range }: { side: Side; range: Range }) {
  return (
    <svg viewBox={`0 0 ${range.days} 10`} height={14} preserveAspectRatio="none" role="img" aria-label={`${side.value}: in use on ${counted(side.days.length, 'day')}`}>
      <Weeks range={range} height={10} />
      {stretches(side.days, range).map(({ from, length }) => (
        <rect key={from} className={`used ${side.what}`} x={from + 0.06} y={2} width={length - 0.12} height={6}>
          <title>{length === 1 ? dayAt(range, from) : `${dayAt(range, from)} to ${dayAt(range, from + length - 1)}`}</title>
        </rect>
      ))}
    </svg>
  );
}

function Weeks({ range, height }: { range: Range; height: number }) {
  return weeks(range).map((place) => <line key={place} className="week" x1={place} x2={place} y1={0} y2={height} vectorEffect="non-scaling-stroke" />);
}

/** Mondays, as many as have room. */
function Dates({ range }: { range: Range }) {
  const every = Math.ceil(weeks(range).length / 8);
  return (
    <div className="dates small faint">
      {weeks(range)
        .filter((_, index) => index % every === 0)
        .map((place) => (
          <span key={place} style={{ left: `${(place / range.days) * 100}%` }}>
            {dayAt(range, place)}
          </span>
        ))}
    </div>
  );
}
