import { overviewQuery } from '@/shared/api/getOverview';
import type { Notice } from '@/shared/api/types';
import { counted, number } from '@/shared/format/number';
import { to } from '@/shared/format/links';
import { absolute } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { EndpointName } from '@/shared/parts/EndpointName';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { noticesQuery } from './listNotices';
import './overview.css';

/** What was over for longer is history, which Intake has. */
const RECENT_MS = 24 * 3_600_000;
const ENDPOINTS_MAX = 2;

/** The times of these hours in which everybody does more than usual: nothing if there are none, and nothing while nobody knows. */
export function NoticeStrip() {
  const notices = useQuery(noticesQuery).data?.items ?? [];
  const reached = useQuery(overviewQuery).data?.event_time;
  const recent = notices.filter(({ until, endpoints }) => endpoints.length > 0 && (until === null || (reached && Date.parse(until) > Date.parse(reached) - RECENT_MS)));
  if (recent.length === 0) return null;
  return (
    <ul className="notices" aria-label="What everybody does">
      {recent.map((notice) => (
        <li key={notice.from}>
          <NoticeLine notice={notice} />
        </li>
      ))}
    </ul>
  );
}

/** One notice in words, the endpoints that rose most by name. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const now = useNow();
  const { from, until, endpoints } = notice;
  const rest = endpoints.length - ENDPOINTS_MAX;
  const time = until === null ? `Since ${absolute(from, now)}` : `${absolute(from, now)} – ${absolute(until, now)}`;
  return (
    <>
      <Link to={to.calls({ from, to: until })}>{time}</Link> everybody {until === null ? 'calls' : 'called'} {counted(endpoints.length, 'endpoint')} up to {number(endpoints[0]?.factor ?? 1)} times as much as usual:{' '}
      {endpoints.slice(0, ENDPOINTS_MAX).map((one, index) => (
        <span key={one.id}>
          {index > 0 && ', '}
          <EndpointName endpoint={one.endpoint} id={one.id} host={one.host} /> {number(one.factor)}×
        </span>
      ))}
      {rest > 0 && ` and ${number(rest)} more`} <span className="faint">({counted(notice.actors, 'actor')})</span>
    </>
  );
}
