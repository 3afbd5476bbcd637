import { type AskedBaseline, baselineQuery } from '@/shared/api/getBaseline';
import type { Baseline } from '@/shared/api/types';
import { windowOf, to } from '@/shared/format/links';
import { counted } from '@/shared/format/number';
import { Answer } from '@/shared/ui/Answer';
import { Guard } from '@/shared/ui/Guard';
import { Empty, Loading } from '@/shared/ui/States';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useCallback } from 'react';
import { Link, useNavigate } from 'react-router';

const TimeChart = lazy(() => import('@/shared/ui/TimeChart'));

interface Props {
  actor: string;
  asked: AskedBaseline;
  /** What is counted, in words. */
  what: string;
}

const MINUTES: Record<Baseline['scale'], number> = { 'ten-minutes': 10, hour: 60, day: 1440 };
const UNITS: Record<Baseline['scale'], string> = { 'ten-minutes': 'Ten minutes', hour: 'Hour', day: 'Day' };

/** The band of what is usual for an actor, what it did on top of it, and what its peers did behind. */
export function BaselinePicture({ actor, asked, what }: Props) {
  const navigate = useNavigate();
  const baseline = useQuery({ ...baselineQuery(actor, asked), placeholderData: keepPreviousData });
  const { endpoint, scale } = asked;
  const open = useCallback((time: string) => void navigate(to.calls({ actor, endpoint, ...windowOf(time, MINUTES[scale]) })), [navigate, actor, endpoint, scale]);
  return (
    <Answer query={baseline} lines={6}>
      {(found) =>
        found.windows.every(({ calls }) => calls === 0) ? (
          <Empty tight title="No calls in this time">
            Choose a longer scale, or all calls.
          </Empty>
        ) : (
          <Guard instead="The picture could not be drawn">
            <Suspense fallback={<Loading lines={6} />}>
              <TimeChart points={found.windows} unit={UNITS[found.scale]} peers={peersText(found)} marks={[]} height={240} onHour={open} label={`${what}: calls, what is usual, and peers`} />
            </Suspense>
            <Beyond actor={actor} asked={{ ...asked, scale: found.scale }} baseline={found} />
            <p className="small faint">{basis(found)}</p>
          </Guard>
        )
      }
    </Answer>
  );
}

const SHOWN_MAX = 5;

/** The windows in which it did more than chance allows, each with its calls. */
function Beyond({ actor, asked, baseline }: { actor: string; asked: AskedBaseline; baseline: Baseline }) {
  const beyond = baseline.windows.filter((window) => window.beyond);
  if (beyond.length === 0) return null;
  const strongest = [...beyond].sort((a, b) => b.calls - a.calls).slice(0, SHOWN_MAX);
  return (
    <p className="small beyond-list">
      <span className="beyond">Beyond what is usual:</span>{' '}
      {strongest.map((window, index) => (
        <span key={window.time}>
          {index > 0 && ', '}
          <Link to={to.calls({ actor, endpoint: asked.endpoint, ...windowOf(window.time, MINUTES[baseline.scale]) })}>
            {window.time.slice(5, baseline.scale === 'day' ? 10 : 16).replace('T', ' ')}
          </Link>{' '}
          ({counted(window.calls, 'call')}, usual up to {window.usual_upper})
        </span>
      ))}
      {beyond.length > SHOWN_MAX && ` and ${counted(beyond.length - SHOWN_MAX, 'more window')}`}.
    </p>
  );
}

function peersText({ peers }: Baseline): string {
  return peers.by === 'all' ? 'others' : `others (${peers.group})`;
}

function basis(baseline: Baseline): string {
  const learning = baseline.windows.filter(({ usual_upper }) => usual_upper === null).length;
  const from = baseline.level === 'peers' ? "What is usual rests on the actor's own history and on what its peers do." : "What is usual rests on the actor's own history alone.";
  const gap = learning === 0 ? '' : learning === baseline.windows.length ? ' Too little is known yet to say what is usual.' : ' Where there is no band, too little was known yet.';
  const tide = baseline.windows.some(({ factor }) => factor > 1.2) ? ' The band is raised where everybody did more.' : '';
  return `${from} 999 of 1,000 windows stay under the band's edge.${gap}${tide}`;
}
