import { overviewQuery } from '@/shared/api/getOverview';
import type { Overview } from '@/shared/api/types';
import { counted, number } from '@/shared/format/number';
import { label } from '@/shared/format/words';
import { Answer } from '@/shared/ui/Answer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { HourBars } from '@/shared/ui/HourBars';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { CoveragePanel } from './CoveragePanel';
import { NoticeLine } from './NoticeStrip';
import { noticesQuery } from './listNotices';
import './overview.css';

/** What came in, and what did not: nothing is dropped in silence. */
export function IntakePage() {
  const overview = useQuery(overviewQuery);
  return (
    <>
      <header className="page-head">
        <h1>Intake</h1>
        <span className="lead">What was read, how far analysis got, and what could not be read</span>
      </header>
      <Answer query={overview}>{(found) => <Intake overview={found} />}</Answer>
    </>
  );
}

function Intake({ overview }: { overview: Overview }) {
  const refused = overview.rejects.reduce((sum, reject) => sum + reject.count, 0);
  return (
    <>
      <Figures>
        <Figure what="Calls" value={number(overview.calls)} to="/calls" />
        <Figure what="Refused records" value={number(refused)} />
        <Figure what="Late calls" value={number(overview.late_calls)} />
        <Figure what="First call" value={<Time at={overview.first_call} />} plain />
        <Figure what="Last call" value={<Time at={overview.last_call} />} plain />
        <Figure what="Analysed up to" value={<Time at={overview.event_time} />} plain />
      </Figures>
      <Panel title="Calls by the hour" note="the last 7 days of event time">
        <HourBars hours={overview.calls_per_hour} height={110} />
      </Panel>
      <CoveragePanel />
      <Notices />
      <Panel title="Refused records" note={refused > 0 ? 'by reason, with the start of some of them; secrets are masked' : undefined}>
        {overview.rejects.length === 0 ? <Empty tight title="Nothing was refused">Every record so far could be read.</Empty> : <Rejects rejects={overview.rejects} />}
      </Panel>
      {overview.late_calls > 0 && (
        <Panel title="Late calls">
          <p className="soft">{counted(overview.late_calls, 'call')} came later than the allowed lateness. They are stored and can be searched, but detections did not see them in order. If this number grows, check the clocks of the senders and how long they hold calls back.</p>
        </Panel>
      )}
    </>
  );
}

/** What everybody did more of, all that is kept. */
function Notices() {
  const notices = useQuery(noticesQuery).data?.items ?? [];
  if (notices.length === 0) return null;
  return (
    <Panel title="What everybody did" note="times in which many did more than usual, which raise no alerts">
      <ul className="notice-list">
        {notices.map((notice) => (
          <li key={notice.from}>
            <NoticeLine notice={notice} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Rejects({ rejects }: Pick<Overview, 'rejects'>) {
  return (
    <div className="pile">
      {rejects.map((reject) => (
        <article key={reject.reason} className="stack">
          <h3>
            {label(reject.reason)} <span className="faint">· {counted(reject.count, 'record')}</span>
          </h3>
          {reject.samples.map((sample) => (
            <pre key={sample} className="sample code">
              {sample}
            </pre>
          ))}
        </article>
      ))}
    </div>
  );
}
