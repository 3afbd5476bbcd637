import type { Coverage } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted, number, percent } from '@/shared/format/number';
import { absolute } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { Figure, Figures } from '@/shared/ui/Figures';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { coverageQuery } from './getCoverage';

const GAPS_SHOWN = 10;

/** What can be seen and what cannot: a quiet list of alerts is no proof of calm. */
export function CoveragePanel() {
  const coverage = useQuery(coverageQuery).data;
  if (!coverage || coverage.calls === 0) return null;
  return (
    <Panel title="Coverage" note="of the last four weeks of event time: what is not seen raises no alert">
      <div className="stack">
        <Figures>
          <Figure what="With an actor" value={percent(coverage.with_actor / coverage.calls)} />
          <Figure what="With a readable answer" value={percent(coverage.with_response / coverage.calls)} />
          <Figure what="Waiting to be judged" value={number(coverage.waiting)} />
          <Figure what="Silent hours" value={number(silentHours(coverage))} />
          <Figure what="Dropped at a limit" value={number(droppedIn(coverage))} />
        </Figures>
        <Advice coverage={coverage} />
        <Gaps coverage={coverage} />
        <Dropped coverage={coverage} />
      </div>
    </Panel>
  );
}

const HOUR_MS = 3_600_000;
const FEW = 0.5;

function silentHours({ gaps }: Coverage): number {
  return gaps.reduce((sum, gap) => sum + (Date.parse(gap.until) - Date.parse(gap.from)) / HOUR_MS, 0);
}

function droppedIn({ dropped }: Coverage): number {
  return Object.values(dropped).reduce((sum, count) => sum + count, 0);
}

/** What would let Apian see more, where it sees little. */
function Advice({ coverage }: { coverage: Coverage }) {
  const fewActors = coverage.with_actor < FEW * coverage.calls;
  const fewAnswers = coverage.with_response < FEW * coverage.calls;
  if (!fewActors && !fewAnswers) return null;
  return (
    <ul className="soft">
      {fewActors && <li>Most calls come without a credential or user, so they are judged by network and device only. Let the gateway log the Authorization header, a session or a user id; secrets become fingerprints as they are read.</li>}
      {fewAnswers && <li>Most answers cannot be read, so nobody can tell whether somebody was shown what they ask for. Send response bodies of at least the endpoints that list and create things.</li>}
    </ul>
  );
}

function Gaps({ coverage }: { coverage: Coverage }) {
  const now = useNow();
  if (coverage.gaps.length === 0) return <Empty tight title="No sender fell silent">Every hour had about as many calls as usual.</Empty>;
  return (
    <div>
      <h3>Senders fell silent</h3>
      <ul className="notice-list">
        {coverage.gaps.slice(0, GAPS_SHOWN).map((gap) => (
          <li key={gap.from}>
            <Link to={to.calls({ from: gap.from, to: gap.until })}>
              {absolute(gap.from, now)} to {absolute(gap.until, now)}
            </Link>
            : {counted(gap.calls, 'call')}, where about {number(gap.usual)} are usual
          </li>
        ))}
      </ul>
      {coverage.gaps.length > GAPS_SHOWN && <p className="small faint">and {counted(coverage.gaps.length - GAPS_SHOWN, 'earlier gap')}</p>}
    </div>
  );
}

function Dropped({ coverage }: { coverage: Coverage }) {
  const limits = Object.entries(coverage.dropped);
  if (limits.length === 0) return null;
  return (
    <div className="losses">
      <h3>Dropped to stay within a limit</h3>
      <ul>
        {limits.map(([limit, count]) => (
          <li key={limit}>
            <code>{limit}</code>: {number(count)}
          </li>
        ))}
      </ul>
    </div>
  );
}
