import { overviewQuery } from '@/shared/api/getOverview';
import { absolute } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { TIMES_IN, ZONE, fieldOf, timeOf, zoneAt } from '@/shared/format/zone';
import { useFilters } from '@/shared/keys/useFilters';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';

const HOUR_MS = 3_600_000;
const LASTS = [
  { text: 'Last hour', length: HOUR_MS },
  { text: 'Last 24 h', length: 24 * HOUR_MS },
  { text: 'Last 7 days', length: 7 * 24 * HOUR_MS },
  { text: 'Last 30 days', length: 30 * 24 * HOUR_MS },
] as const;

/** From and to, in the viewer's zone, kept in the URL as RFC 3339 in UTC. 'Last' counts back from the event time reached, which for old files is long ago. */
export function Period() {
  const filters = useFilters();
  const now = useNow();
  const reached = useQuery(overviewQuery).data?.event_time;
  const [from, to] = [filters.one('from'), filters.one('to')];
  const drop = useRef<HTMLDetailsElement>(null);
  const close = () => drop.current?.removeAttribute('open');
  const last = (length: number) => {
    filters.set({ from: new Date((reached ? Date.parse(reached) : now) - length).toISOString(), to: undefined });
    close();
  };
  return (
    <details
      ref={drop}
      className={from || to ? 'drop set' : 'drop'}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
    >
      <summary className="field">{periodText(from, to, now)}</summary>
      <div>
        <div className="row">
          {LASTS.map(({ text, length }) => (
            <button key={text} type="button" className="button" onClick={() => last(length)}>
              {text}
            </button>
          ))}
        </div>
        <Moment name="from" text="From" />
        <Moment name="to" text="To" />
        <span className="small faint">{ZONE === 'UTC' ? TIMES_IN : `${TIMES_IN}, ${zoneAt(now)}`}</span>
        <button type="button" className="button" disabled={!from && !to} onClick={() => filters.set({ from: undefined, to: undefined })}>
          Any time
        </button>
      </div>
    </details>
  );
}

function Moment({ name, text }: { name: 'from' | 'to'; text: string }) {
  const filters = useFilters();
  const at = filters.one(name);
  return (
    <label>
      {text}
      <input
        className="field"
        type="datetime-local"
        value={fieldOf(at)}
        onChange={(event) => filters.set({ [name]: timeOf(event.target.value) })}
      />
    </label>
  );
}

/** 'Any time', 'since 20 Nov 02:00', '20 Nov 02:00 – 20 Nov 03:00'. What is no time is shown as it stands. */
export function periodText(from: string | undefined, to: string | undefined, now: number): string {
  const text = (at: string) => (Number.isNaN(Date.parse(at)) ? at : absolute(at, now));
  if (from && to) return `${text(from)} – ${text(to)}`;
  if (from) return `since ${text(from)}`;
  return to ? `before ${text(to)}` : 'Any time';
}
