import type { Scenario } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { Link } from 'react-router';
import { alertsOn } from './days';

type Noise = Scenario['noise'];

const most = (noise: Noise) => Math.max(1, ...noise.days.map((day) => Math.max(day.signals, day.alerts)));

/** Thirty days in a line of text: signals light, alerts dark. */
export function NoiseLine({ noise }: { noise: Noise }) {
  const height = 20;
  const scale = height / most(noise);
  return (
    <svg className="noise-line" viewBox={`0 0 ${Math.max(1, noise.days.length)} ${height}`} preserveAspectRatio="none" role="img" aria-label={`${counted(noise.signals, 'signal')} and ${counted(noise.alerts, 'alert')} in 30 days`}>
      {noise.days.map((day, index) => (
        <g key={day.day}>
          {day.signals > 0 && <rect className="signals" x={index + 0.1} width={0.8} y={height - Math.max(2, day.signals * scale)} height={Math.max(2, day.signals * scale)} />}
          {day.alerts > 0 && <rect className="alerts" x={index + 0.1} width={0.8} y={height - Math.max(2, day.alerts * scale)} height={Math.max(2, day.alerts * scale)} />}
        </g>
      ))}
    </svg>
  );
}

/** The same large, each day leading to its alerts. */
export function NoiseBars({ scenario }: { scenario: Scenario }) {
  const { noise } = scenario;
  const height = 72;
  const scale = height / most(noise);
  return (
    <figure className="noise">
      <svg viewBox={`0 0 ${Math.max(1, noise.days.length)} ${height}`} preserveAspectRatio="none" height={height} role="group" aria-label={`Signals and alerts by the day, at most ${counted(most(noise), 'signal')}`}>
        {noise.days.map((day, index) => (
          <Link key={day.day} to={alertsOn(scenario.id, day.day)} tabIndex={-1} aria-hidden="true">
            <title>{`${day.day}: ${counted(day.signals, 'signal')}, ${counted(day.alerts, 'alert')}`}</title>
            <rect className="touch" x={index} y={0} width={1} height={height} />
            <rect className="signals" x={index + 0.12} width={0.76} y={height - day.signals * scale} height={day.signals * scale} />
            <rect className="alerts" x={index + 0.12} width={0.76} y={height - day.alerts * scale} height={day.alerts * scale} />
          </Link>
        ))}
      </svg>
      <figcaption className="small faint">
        <span>{noise.days[0]?.day}</span>
        <span className="row">
          <span className="swatch signals" aria-hidden="true" /> signals <span className="swatch alerts" aria-hidden="true" /> alerts in which it fired; at most {counted(most(noise), 'signal')} a day
        </span>
        <span>{noise.days.at(-1)?.day}</span>
      </figcaption>
    </figure>
  );
}
