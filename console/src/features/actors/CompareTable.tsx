import type { ActorDetail } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { to } from '@/shared/format/links';
import { number, percent } from '@/shared/format/number';
import { country, label } from '@/shared/format/words';
import { Time } from '@/shared/ui/Time';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Cell, type Line, daysOf, endpointsOf, entitiesOf, hoursOfDay, valuesOf } from './compare';

const BARS = 36;
/** Of endpoints and the like, so many lines. */
const LINES_MAX = 25;

interface Props {
  actors: readonly ActorDetail[];
  onRemove: (id: string) => void;
}

/** An actor a column; a line for each thing that any of them has. */
export function CompareTable({ actors, onRemove }: Props) {
  const each = (cell: (actor: ActorDetail) => ReactNode) => actors.map((actor) => <td key={actor.actor}>{cell(actor)}</td>);
  return (
    <div className="panel table-wrap">
      <table className="table compare" aria-label="Actors side by side">
        <thead>
          <tr>
            <th scope="col">
              <span className="faint">Actor</span>
            </th>
            {actors.map((actor) => (
              <th key={actor.actor} scope="col">
                <Link className="compare-name clip" to={to.actor(actor.actor)} title={actor.name}>
                  {actor.name}
                </Link>
                <button type="button" className="button small" aria-label={`Take ${actor.name} away`} onClick={() => onRemove(actor.actor)}>
                  ×
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name="Kind">{each((actor) => label(actor.kind))}</Row>
          <Row name="Roles">{each((actor) => actor.roles ?? <span className="faint">not told</span>)}</Row>
          <Row name="Tenant">{each((actor) => actor.tenant ?? <span className="faint">not told</span>)}</Row>
          <Row name="Open alerts">{each((actor) => <Link to={address('/alerts', {}, { actor: actor.actor, status: ['open', 'investigating'] })}>{number(actor.open_alerts)}</Link>)}</Row>
          <Row name="Calls">{each((actor) => <Link to={to.calls({ actor: actor.actor })}>{number(actor.calls)}</Link>)}</Row>
          <Row name="Days with calls" note="of the last 84">
            {each((actor) => number(actor.calls_per_day.length))}
          </Row>
          <Row name="First seen">{each((actor) => <Time at={actor.first_seen} />)}</Row>
          <Row name="Last seen">{each((actor) => <Time at={actor.last_seen} />)}</Row>
          <DayRow actors={actors} />
          <Row name="Hours of the day" note="its last 7 days">
            {each((actor) => (
              <Bars counts={hoursOfDay(actor)} what="Calls by the hour of the day" />
            ))}
          </Row>
        </tbody>
        <Lines title="Endpoints" lines={endpointsOf(actors)} actors={actors} code />
        <Lines title="Whose things" lines={entitiesOf(actors)} actors={actors} />
        <Lines title="Countries" lines={valuesOf(actors, 'countries', 'country', country)} actors={actors} />
        <Lines title="Networks" lines={valuesOf(actors, 'networks', 'asn')} actors={actors} />
        <Lines title="Devices" lines={valuesOf(actors, 'devices', 'device')} actors={actors} />
      </table>
    </div>
  );
}

function Row({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">
        {name} {note && <span className="faint">{note}</span>}
      </th>
      {children}
    </tr>
  );
}

/** One axis for all, each to its own height: the shape is what is compared, the most is told. */
function DayRow({ actors }: { actors: readonly ActorDetail[] }) {
  const days = daysOf(actors);
  if (!days) return null;
  return (
    <Row name="Calls a day" note={`${days.first} to ${days.last}`}>
      {days.counts.map((counts, place) => (
        <td key={actors[place]?.actor}>
          <Bars counts={counts} what="Calls a day" />
        </td>
      ))}
    </Row>
  );
}

function Bars({ counts, what }: { counts: readonly number[]; what: string }) {
  const most = Math.max(1, ...counts);
  return (
    <span className="compare-bars">
      <svg viewBox={`0 0 ${counts.length} ${BARS}`} preserveAspectRatio="none" height={BARS} role="img" aria-label={`${what}, at most ${number(most)}`}>
        {counts.map((calls, place) => {
          const tall = calls === 0 ? 0 : Math.max(1.5, (calls / most) * BARS);
          return <rect key={place} x={place + 0.1} y={BARS - tall} width={0.8} height={tall} />;
        })}
      </svg>
      <span className="small faint">at most {number(most)}</span>
    </span>
  );
}

interface LinesProps {
  title: string;
  lines: readonly Line[];
  actors: readonly ActorDetail[];
  code?: boolean;
}

function Lines({ title, lines, actors, code = false }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <tbody>
      <tr className="compare-part">
        <th scope="rowgroup" colSpan={actors.length + 1}>
          {title}
        </th>
      </tr>
      {lines.slice(0, LINES_MAX).map((line) => (
        <tr key={line.key}>
          <th scope="row" className={code ? 'code' : ''} title={line.text}>
            <span className="clip">{line.text}</span>
          </th>
          {line.cells.map((cell, place) => (
            <td key={actors[place]?.actor}>
              <Part cell={cell} all={actors[place]?.calls ?? 0} alone={line.only === place} />
            </td>
          ))}
        </tr>
      ))}
      {lines.length > LINES_MAX && (
        <tr>
          <td colSpan={actors.length + 1} className="small faint">
            and {number(lines.length - LINES_MAX)} more, each a smaller share of everybody&apos;s calls
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Its calls, and what share of all its calls they are. */
function Part({ cell, all, alone }: { cell: Cell; all: number; alone: boolean }) {
  if (cell.atMost !== undefined) return <span className="faint" title="Not among those it calls most">{`${number(cell.atMost)} or fewer`}</span>;
  if (cell.calls === 0) return <span className="faint">–</span>;
  const share = all === 0 ? 0 : Math.min(1, cell.calls / all);
  return (
    <span className="compare-share">
      <Link to={cell.link} title={`${percent(share)} of its calls`}>
        {number(cell.calls)}
      </Link>
      <span className="track" aria-hidden="true">
        <span className={alone ? 'fill alone' : 'fill'} style={{ width: `${share * 100}%` }} />
      </span>
      {alone && <span className="badge bare tone-medium">only here</span>}
    </span>
  );
}
