import { overviewQuery } from '@/shared/api/getOverview';
import { number } from '@/shared/format/number';
import { present } from '@/shared/format/present';
import { AlertTable } from '@/shared/parts/AlertTable';
import { useFilters } from '@/shared/keys/useFilters';
import { Choices } from '@/shared/ui/Choices';
import { Empty } from '@/shared/ui/States';
import { Pages } from '@/shared/ui/Pages';
import { SEVERITIES, STATUSES } from '@/shared/api/types';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { AlertFilterBar } from './AlertFilterBar';
import { type AlertFilters, alertsQuery } from './listAlerts';

const ORDERS = [
  { value: 'risk', text: 'Riskiest first' },
  { value: 'newest', text: 'Newest first' },
] as const;

export function AlertsPage() {
  const filters = useFilters();
  const asked: AlertFilters = {
    status: filters.manyOf('status', STATUSES),
    severity: filters.manyOf('severity', SEVERITIES),
    sort: filters.oneOf('sort', ['risk', 'newest'] as const) ?? 'risk',
    ...present({ scenario: filters.one('scenario'), actor: filters.one('actor'), q: filters.one('q'), from: filters.one('from'), to: filters.one('to') }),
  };
  const alerts = useInfiniteQuery(alertsQuery(asked));
  const total = alerts.data?.pages.at(-1)?.total;
  return (
    <>
      <header className="page-head">
        <h1>Alerts</h1>
        {total !== undefined && <span className="lead">{filters.any ? `${number(total)} match` : `${number(total)} in all`}</span>}
        <span className="far">
          <Choices label="Order" options={ORDERS} chosen={[asked.sort ?? 'risk']} onChoose={(sort) => filters.set({ sort: sort === 'risk' ? undefined : sort })} />
        </span>
      </header>
      <AlertFilterBar />
      <div className="panel">
        <Pages query={alerts} total={total} empty={<NoAlerts filtered={filters.any} clear={filters.clear} />}>
          {(rows, long) => <AlertTable alerts={rows} long={long} />}
        </Pages>
      </div>
    </>
  );
}

/** Quiet is good news only if calls come in. */
function NoAlerts({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  const overview = useQuery(overviewQuery).data;
  if (filtered) {
    return (
      <Empty title="No alert matches these filters">
        <button className="button" onClick={clear}>
          Show all alerts
        </button>
      </Empty>
    );
  }
  if (overview?.calls === 0) {
    return (
      <Empty title="No calls yet">
        Apian has not read a single call. Send some to <code>POST /v1/calls</code>, read a file with <code>./apian analyze</code>, or look around with <code>./apian demo</code>.
      </Empty>
    );
  }
  return <Empty title="Nothing to look at">No alert so far{overview ? `, in ${number(overview.calls)} calls of ${number(overview.actors)} actors` : ''}. What is usual is still being learned in the first days, so some detections stay silent until then.</Empty>;
}
