import { useKeys } from '@/shared/keys/useKeys';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { alertsQuery, askedBy } from './listAlerts';

/** Where this alert stands in the list it was opened from, which its address tells, and the way along that list. */
export function QueueWalk({ id }: { id: string }) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const list = useInfiniteQuery(alertsQuery(askedBy(search)));
  const ids = list.data?.pages.flatMap((page) => page.items.map((alert) => alert.id)) ?? [];
  const found = ids.indexOf(id);
  const [last, setLast] = useState({ id, at: -1 });
  if (found >= 0 && (last.id !== id || last.at !== found)) setLast({ id, at: found });
  // What was just decided leaves the list; then the next one stands where this one stood.
  const gone = found < 0 && last.id === id && last.at >= 0;
  const at = gone ? last.at : found;
  const next = at < 0 ? ids[0] : ids[gone ? at : at + 1];
  const before = at > 0 ? ids[at - 1] : undefined;
  const query = search.size > 0 ? `?${search}` : '';
  const go = (there: string | undefined) => there && there !== id && void navigate(to.alert(there) + query);
  useKeys({ ']': () => go(next), '[': () => go(before) });
  const up = new URLSearchParams(search);
  up.delete('place');
  return (
    <nav className="crumb row" aria-label="Where you are">
      <span>
        <Link to={`/alerts${up.size > 0 ? `?${up}` : ''}`} data-up>
          Alerts
        </Link>{' '}
        / <span className="code">{id}</span>
      </span>
      <span className="walk">
        <button className="button small" disabled={!before} title="Previous alert ([)" onClick={() => go(before)}>
          ‹ Previous <kbd aria-hidden="true">[</kbd>
        </button>
        {found >= 0 && (
          <span>
            {number(found + 1)} of {number(ids.length)}
          </span>
        )}
        <button className="button small" disabled={!next || next === id} title="Next alert (])" onClick={() => go(next)}>
          Next <kbd aria-hidden="true">]</kbd> ›
        </button>
      </span>
    </nav>
  );
}
