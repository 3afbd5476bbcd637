import type { HourCount } from '@/shared/api/types';

const HEIGHT = 26;

/** The shape of the last days, too small to point at. */
export function Trend({ hours }: { hours: readonly HourCount[] }) {
  const most = Math.max(1, ...hours.map((hour) => hour.calls));
  const points = hours.map((hour, index) => `${index},${(HEIGHT - (hour.calls / most) * (HEIGHT - 2)).toFixed(2)}`).join(' ');
  if (hours.length < 2) return <span className="faint">–</span>;
  return (
    <svg className="trend" viewBox={`0 0 ${hours.length - 1} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`Calls by the hour, at most ${most}`}>
      <polygon points={`0,${HEIGHT} ${points} ${hours.length - 1},${HEIGHT}`} />
      <polyline points={points} />
    </svg>
  );
}
