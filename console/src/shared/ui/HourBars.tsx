import type { HourCount } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { hourOf, to } from '@/shared/format/links';
import { absolute, inUtc } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { Link } from 'react-router';
import { Empty } from './States';

const HEIGHT = 56;

interface Props {
  hours: readonly HourCount[];
  /** What the bars are filtered by when they are followed to their calls. */
  filters?: Record<string, string>;
  height?: number;
}

/** Calls by the hour as small bars, each of which leads to its calls. */
export function HourBars({ hours, filters = {}, height = HEIGHT }: Props) {
  const now = useNow();
  const most = Math.max(0, ...hours.map((hour) => hour.calls));
  const first = hours[0];
  const last = hours.at(-1);
  if (!first || !last || most === 0) return <Empty tight title="No calls in these hours" />;
  return (
    <figure className="hour-bars">
      <svg viewBox={`0 0 ${hours.length} ${height}`} preserveAspectRatio="none" height={height} role="group" aria-label={`Calls by the hour, at most ${most}`}>
        {hours.map((hour, index) => {
          const tall = hour.calls === 0 ? 0 : Math.max(1.5, (hour.calls / most) * height);
          return (
            <Link key={hour.time} to={to.calls({ ...filters, ...hourOf(hour.time) })} tabIndex={-1} aria-hidden="true">
              <title>{`${inUtc(hour.time, now)}: ${counted(hour.calls, 'call')}`}</title>
              <rect className="touch" x={index} y={0} width={1} height={height} />
              <rect className="bar" x={index + 0.12} y={height - tall} width={0.76} height={tall} />
            </Link>
          );
        })}
      </svg>
      <figcaption className="small faint">
        <span>{absolute(first.time, now)}</span>
        <span>at most {counted(most, 'call')} an hour</span>
        <span>{absolute(last.time, now)}</span>
      </figcaption>
    </figure>
  );
}
