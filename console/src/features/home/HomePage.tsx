import { homeQuery } from '@/shared/api/getHome';
import type { Home } from '@/shared/api/types';
import { AlertTable } from '@/shared/parts/AlertTable';
import { counted, number } from '@/shared/format/number';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { BlindSpots } from './BlindSpots';
import { LearningPanel } from './LearningPanel';
import { WeekPanel } from './WeekPanel';
import './home.css';

/** What needs a person today, what happened this week, what is still being learned, what cannot be seen. */
export function HomePage({ notice }: { notice?: ReactNode }) {
  const home = useQuery(homeQuery);
  return (
    <>
      <header className="page-head">
        <h1>Today</h1>
        {home.data?.event_time && (
          <span className="lead">
            analysed up to <Time at={home.data.event_time} />
          </span>
        )}
      </header>
      {notice}
      <Answer query={home}>
        {(found) => (
          <div className="split">
            <div className="pile">
              <TodayPanel home={found} />
              <WeekPanel home={found} />
            </div>
            <aside className="pile">
              <LearningPanel learning={found.learning} />
              <BlindSpots coverage={found.coverage} />
            </aside>
          </div>
        )}
      </Answer>
    </>
  );
}

function TodayPanel({ home: { alerts, coverage } }: { home: Home }) {
  const all = alerts.done + alerts.today.length;
  const rest: [count: number, text: string, to: string][] = [
    [alerts.below, 'below the line', '/alerts?place=below'],
    [alerts.earlier, 'from before', '/alerts?place=earlier'],
    [alerts.snoozed, 'snoozed', '/alerts?show=snoozed'],
    [alerts.suppressed, 'suppressed', '/alerts?show=suppressed'],
  ];
  return (
    <Panel title="Needs somebody today" note={all > 0 && `${number(alerts.done)} of ${number(all)} done`} more={<Link to="/alerts">the whole queue</Link>} flush>
      {alerts.today.length > 0 ? (
        <AlertTable alerts={alerts.today} search="?place=today" />
      ) : coverage.calls === 0 ? (
        <Empty title="No calls yet">
          Apian has not read a single call. Send some to <code>POST /v1/calls</code>, read a file with <code>./apian analyze</code>, or look around with <code>./apian demo</code>.
        </Empty>
      ) : (
        <Empty title={alerts.done > 0 ? 'Done for today' : 'Nothing needs you today'}>{alerts.done > 0 ? `${counted(alerts.done, 'alert')} of these 24 hours decided.` : 'No alert in the last 24 hours of traffic.'}</Empty>
      )}
      <footer className="table-foot rest">
        <span>The riskiest {number(alerts.alerts_a_day)} of 24 hours are shown.</span>
        {rest
          .filter(([count]) => count > 0)
          .map(([count, text, to]) => (
            <Link key={text} to={to}>
              <b>{number(count)}</b> {text}
            </Link>
          ))}
      </footer>
    </Panel>
  );
}
