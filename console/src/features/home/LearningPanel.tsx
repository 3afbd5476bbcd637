import type { Home } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted, number } from '@/shared/format/number';
import { EndpointName } from '@/shared/parts/EndpointName';
import { Panel } from '@/shared/ui/Panel';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';

const ENDPOINTS_SHOWN = 6;

/** How far learning got: what is known, and what takes some more days, for everything and for endpoints that are new. */
export function LearningPanel({ learning }: Pick<Home, 'learning'>) {
  const left = learning.items.filter((item) => item.days_left > 0);
  const young = learning.endpoints.filter((endpoint) => endpoint.days_left > 0);
  return (
    <Panel title="Learning" note={learning.since && `${counted(learning.days, 'day')} of history`}>
      <div className="stack">
        {learning.since === null ? <p className="soft">Begins with the first call.</p> : left.length === 0 && <p className="soft good">Every detection has the history it needs.</p>}
        {learning.since !== null && left.map((item) => <Lesson key={item.what} item={item} />)}
        {young.length > 0 && (
          <>
            <h3>New endpoints</h3>
            <ul className="young">
              {young.slice(0, ENDPOINTS_SHOWN).map((endpoint) => (
                <li key={endpoint.id + (endpoint.host ?? '')}>
                  <span className="clip">
                    <EndpointName endpoint={endpoint.endpoint} id={endpoint.id} host={endpoint.host} />
                  </span>
                  <span className="faint small nowrap">{daysLeft(endpoint.days_left)}</span>
                </li>
              ))}
            </ul>
            {young.length > ENDPOINTS_SHOWN && <Link to="/endpoints?state=new">{number(young.length - ENDPOINTS_SHOWN)} more</Link>}
          </>
        )}
        {learning.as_of && (
          <p className="small faint">
            New endpoints as of <Time at={learning.as_of} show="relative" />. An actor that is new takes as long from its own first day on.
          </p>
        )}
      </div>
    </Panel>
  );
}

function Lesson({ item }: { item: Home['learning']['items'][number] }) {
  const share = 1 - item.days_left / item.days_needed;
  return (
    <div className="lesson">
      <div className="lesson-words">
        <span>{item.what}</span>
        <b className="nowrap">{daysLeft(item.days_left)}</b>
      </div>
      <div className="track" role="progressbar" aria-label={item.what} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)}>
        <span style={{ width: `${Math.max(2, share * 100)}%` }} />
      </div>
      <p className="small faint">
        {item.scenarios.map((scenario, index) => (
          <span key={scenario}>
            {index > 0 && ', '}
            <Link to={to.scenario(scenario)}>{scenario}</Link>
          </span>
        ))}{' '}
        {item.scenarios.length === 1 ? 'waits' : 'wait'} for it
      </p>
    </div>
  );
}

/** '3 more days'; below a day in hours. */
export function daysLeft(days: number): string {
  return days < 1 ? counted(Math.max(1, Math.round(days * 24)), 'more hour') : counted(Math.ceil(days), 'more day');
}
