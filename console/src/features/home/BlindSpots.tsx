import type { Home } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted, number, percent } from '@/shared/format/number';
import { absolute } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { Panel } from '@/shared/ui/Panel';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

const GAPS_SHOWN = 3;
const MOST = 0.9;

/** What can be seen, and what cannot: no alert is no proof of calm. */
export function BlindSpots({ coverage }: Pick<Home, 'coverage'>) {
  const now = useNow();
  if (coverage.calls === 0) return null;
  const named = coverage.with_actor / coverage.calls;
  const read = coverage.with_response / coverage.calls;
  const spots: ReactNode[] = [];
  if (named < MOST) spots.push(<>{percent(1 - named)} of calls come without a credential or user: judged by network and device only.</>);
  if (read < MOST) spots.push(<>{percent(1 - read)} of answers cannot be read: what somebody was shown there is not known.</>);
  if (coverage.late > 0) spots.push(<>{counted(coverage.late, 'call')} came too late to be judged.</>);
  if (coverage.rejected > 0) spots.push(<>{counted(coverage.rejected, 'record')} could not be read.</>);
  if (coverage.dropped > 0) spots.push(<>{number(coverage.dropped)} dropped at a limit.</>);
  if (coverage.waiting > 0) spots.push(<>{counted(coverage.waiting, 'call')} wait to be judged.</>);
  return (
    <Panel title="What can be seen" note="of four weeks" more={<Link to="/intake">Intake</Link>}>
      <div className="stack">
        <Share what="With an actor" share={named} />
        <Share what="With a readable answer" share={read} />
        {coverage.gaps.slice(0, GAPS_SHOWN).map((gap) => (
          <p key={gap.from} className="spot">
            <Link to={to.calls({ from: gap.from, to: gap.until })}>
              {absolute(gap.from, now)} to {absolute(gap.until, now)}
            </Link>{' '}
            a sender fell silent: {counted(gap.calls, 'call')} where about {number(gap.usual)} are usual.
          </p>
        ))}
        {spots.map((spot, index) => (
          <p key={index} className="spot">
            {spot}
          </p>
        ))}
        {spots.length === 0 && coverage.gaps.length === 0 && <p className="soft good">No blind spot known.</p>}
      </div>
    </Panel>
  );
}

function Share({ what, share }: { what: string; share: number }) {
  return (
    <div className="lesson">
      <div className="lesson-words">
        <span>{what}</span>
        <b>{percent(share)}</b>
      </div>
      <div className="track" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
