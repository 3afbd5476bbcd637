import type { Alert } from '@/shared/api/types';
import { hourOf, to } from '@/shared/format/links';
import { Answer } from '@/shared/ui/Answer';
import { Guard } from '@/shared/ui/Guard';
import { Panel } from '@/shared/ui/Panel';
import { Empty, Loading } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { alertSeriesQuery } from './getAlertSeries';

const TimeChart = lazy(() => import('@/shared/ui/TimeChart'));

/** The actor's calls around the alert, on top of what is usual for it. */
export function AlertChart({ alert }: { alert: Alert }) {
  const navigate = useNavigate();
  const actor = alert.actor.id;
  const series = useQuery(alertSeriesQuery(alert.id));
  const openHour = useCallback((time: string) => void navigate(to.calls({ actor, ...hourOf(time) })), [navigate, actor]);
  return (
    <Panel title="Calls by the hour" note="click an hour for its calls" more={<Link to={to.calls({ actor })}>all calls of this actor</Link>}>
      <Answer query={series} lines={5}>
        {({ buckets, marks }) => {
          if (buckets.length === 0) return <Empty tight title="No calls kept for this time">Retention may have removed them.</Empty>;
          const learning = buckets.every((bucket) => bucket.usual_upper === null);
          return (
            <Guard instead="The chart could not be drawn">
              <Suspense fallback={<Loading lines={5} />}>
                <TimeChart points={buckets} marks={marks} onHour={openHour} label={`Calls of ${alert.actor.name} by the hour, with what is usual`} />
              </Suspense>
              {learning && <p className="small faint">What is usual for this actor was not known yet, so there is no band to compare with.</p>}
            </Guard>
          );
        }}
      </Answer>
    </Panel>
  );
}
