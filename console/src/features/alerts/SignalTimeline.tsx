import type { Alert, Signal } from '@/shared/api/types';
import { callsBehind, to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { windowText } from '@/shared/format/time';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';

const SHOWN = 12;

/** The signals that make up the alert, in the order in which they fired, and the moment at which they were enough. */
export function SignalTimeline({ alert }: { alert: Alert }) {
  if (alert.signals.length === 0) return <Empty tight title="No signals kept">Only the alert itself is left; its signals were removed by retention.</Empty>;
  const before = alert.signals.filter((signal) => signal.at <= alert.raised_at);
  const after = alert.signals.filter((signal) => signal.at > alert.raised_at);
  const hidden = after.slice(Math.max(0, SHOWN - before.length));
  return (
    <ol className="timeline">
      {before.map((signal, index) => (
        <Step key={`${signal.scenario} ${signal.at} ${index}`} signal={signal} alert={alert} />
      ))}
      <li className="raised">
        <Time at={alert.raised_at} show="precise" />
        <div>
          <b>Alert raised</b>
        </div>
      </li>
      {after.slice(0, after.length - hidden.length).map((signal, index) => (
        <Step key={`${signal.scenario} ${signal.at} ${index}`} signal={signal} alert={alert} />
      ))}
      {hidden.length > 0 && (
        <li>
          <span />
          <details>
            <summary>{number(hidden.length)} more signals until <Time at={alert.last_seen} show="absolute" /></summary>
            <ol className="timeline">
              {hidden.map((signal, index) => (
                <Step key={`${signal.scenario} ${signal.at} ${index}`} signal={signal} alert={alert} />
              ))}
            </ol>
          </details>
        </li>
      )}
    </ol>
  );
}

function Step({ signal, alert }: { signal: Signal; alert: Alert }) {
  const card = alert.cards.find((one) => one.id === signal.scenario);
  return (
    <li>
      <Time at={signal.at} show="precise" />
      <div>
        <Link to={to.scenario(signal.scenario)}>{card?.title ?? signal.scenario}</Link>
        <p>{signal.reason}</p>
        {signal.evidence.map((one) => (
          <p key={one.measure} className="small soft">
            {one.measure}: <Link to={callsBehind({ ...alert, last_seen: signal.at }, one)}>{number(one.observed)}</Link> {one.unit}
            {one.expected !== null && `, usually ${number(one.expected)}`}
            {one.window && ` in ${windowText(one.window)}`}
          </p>
        ))}
      </div>
    </li>
  );
}
