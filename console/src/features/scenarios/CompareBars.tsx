import type { BackTestResult } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { Link } from 'react-router';
import { alertsOn } from './days';

const HEIGHT = 84;

interface Props {
  scenario: string;
  days: BackTestResult['days'];
  kind: 'alerts' | 'signals';
}

type Side = 'present' | 'proposed' | 'really';

/** Present beside proposed settings by the day, and a line where it really was. */
export function CompareBars({ scenario, days, kind }: Props) {
  const of = (day: Props['days'][number], side: Side) => day[`${side}_${kind}`];
  const most = Math.max(1, ...days.flatMap((day) => [of(day, 'present'), of(day, 'proposed'), of(day, 'really')]));
  const scale = (HEIGHT - 2) / most;
  const sum = (side: Side) => days.reduce((all, day) => all + of(day, side), 0);
  return (
    <figure className="noise">
      <svg viewBox={`0 0 ${days.length} ${HEIGHT}`} preserveAspectRatio="none" height={HEIGHT} role="img" aria-label={`By the day, ${kind} with the proposed settings ${sum('proposed')}, with the present ones ${sum('present')}, really raised ${sum('really')}`}>
        {days.map((day, index) => (
          <Link key={day.day} to={alertsOn(scenario, day.day)} tabIndex={-1} aria-hidden="true">
            <title>{`${day.day}: proposed ${of(day, 'proposed')}, present ${of(day, 'present')}, really raised ${of(day, 'really')}`}</title>
            <rect className="touch" x={index} y={0} width={1} height={HEIGHT} />
            <rect className="present" x={index + 0.1} width={0.36} y={HEIGHT - of(day, 'present') * scale} height={of(day, 'present') * scale} />
            <rect className="proposed" x={index + 0.54} width={0.36} y={HEIGHT - of(day, 'proposed') * scale} height={of(day, 'proposed') * scale} />
            {of(day, 'really') > 0 && <rect className="really" x={index + 0.04} width={0.92} y={HEIGHT - of(day, 'really') * scale - 1} height={1.5} />}
          </Link>
        ))}
      </svg>
      <figcaption className="small faint">
        <span>{days[0]?.day}</span>
        <span className="row">
          <span className="swatch present" aria-hidden="true" /> present settings <span className="swatch proposed" aria-hidden="true" /> proposed <span className="swatch really" aria-hidden="true" /> really raised; at most {counted(most, kind === 'alerts' ? 'alert' : 'signal')} a day
        </span>
        <span>{days.at(-1)?.day}</span>
      </figcaption>
    </figure>
  );
}
