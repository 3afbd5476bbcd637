import { overviewQuery } from '@/shared/api/getOverview';
import { number } from '@/shared/format/number';
import { Pages } from '@/shared/ui/Pages';
import { Empty } from '@/shared/ui/States';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { QueueTable } from './QueueTable';
import { alertsQuery, askedBy } from './listAlerts';

interface Props {
  search: URLSearchParams;
  /** Without one it is the list of what the filters ask for. */
  title?: string;
  note?: ReactNode;
  selected: ReadonlySet<string>;
  onSelect: (id: string) => void;
}

/** One list of the queue. */
export function QueueSection({ search, title, note, selected, onSelect }: Props) {
  const alerts = useInfiniteQuery(alertsQuery(askedBy(search)));
  const page = alerts.data?.pages.at(-1);
  const empty = title === 'Today' ? <NothingToday /> : <NoMatch />;
  return (
    <section className="panel" aria-label={title ?? 'Matching alerts'}>
      <header>
        <h2>{title ?? 'Matching'}</h2>
        {page && <span className="small faint">{number(page.total)}</span>}
        {note && <span className="small faint">{note}</span>}
        <span className="more">{page && search.get('show') === null && <Hidden search={search} snoozed={page.snoozed} suppressed={page.suppressed} />}</span>
      </header>
      <Pages query={alerts} empty={empty}>
        {(rows, long) => <QueueTable label={title ?? 'Alerts'} alerts={rows} search={`?${search}`} selected={selected} onSelect={onSelect} long={long} />}
      </Pages>
    </section>
  );
}

/** Counted, never lost: what is snoozed or suppressed. */
function Hidden({ search, snoozed, suppressed }: { search: URLSearchParams; snoozed: number; suppressed: number }) {
  const view = (show: string) => `/alerts?${new URLSearchParams([...search, ['show', show]])}`;
  return (
    <>
      {snoozed > 0 && <Link to={view('snoozed')}>{number(snoozed)} snoozed</Link>}
      {snoozed > 0 && suppressed > 0 && ' · '}
      {suppressed > 0 && <Link to={view('suppressed')}>{number(suppressed)} suppressed</Link>}
    </>
  );
}

function NoMatch() {
  return (
    <Empty title="No alert matches these filters">
      <Link className="button" to="/alerts">
        Show what is pending
      </Link>
    </Empty>
  );
}

/** Quiet is good news only if calls come in. */
function NothingToday() {
  const overview = useQuery(overviewQuery).data;
  if (overview?.calls === 0) {
    return (
      <Empty title="No calls yet">
        Apian has not read a single call. Send some to <code>POST /v1/calls</code>, read a file with <code>./apian analyze</code>, or look around with <code>./apian demo</code>.
      </Empty>
    );
  }
  return (
    <Empty title="Nothing left for today">
      Nothing of the last 24 hours waits for a decision{overview ? `, in ${number(overview.calls)} calls of ${number(overview.actors)} actors so far` : ''}. What is usual is still being learned in the first days, so some detections stay silent until then.
    </Empty>
  );
}
