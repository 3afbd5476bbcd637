import { ENDPOINT_STATES, POSTURES, SENSITIVITIES } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { present } from '@/shared/format/present';
import { useFilters } from '@/shared/keys/useFilters';
import { Pages } from '@/shared/ui/Pages';
import { Empty } from '@/shared/ui/States';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EndpointFilterBar } from './EndpointFilterBar';
import { EndpointTable } from './EndpointTable';
import { InventoryFigures } from './InventoryFigures';
import './endpoints.css';
import { inventoryQuery } from './getInventory';
import { correctionsQuery } from './listCorrections';
import { driftCountsQuery } from './listDrift';
import { type EndpointFilters, endpointsQuery } from './listEndpoints';

const SORTS = ['calls', 'actors', 'last_seen', 'first_seen', 'endpoint', 'sensitivity', 'posture', 'data'] as const;

/** The inventory: what is called, who is let in, what data it hands around. */
export function EndpointsPage() {
  const filters = useFilters();
  const sort = filters.oneOf('sort', SORTS) ?? 'calls';
  const endpoints = useInfiniteQuery(endpointsQuery({ sort, ...asked(filters) }));
  const hosts = useQuery(inventoryQuery).data?.host.length ?? 0;
  const first = endpoints.data?.pages[0];
  const order = { by: sort, ascending: sort === 'endpoint', set: (by: string) => filters.set({ sort: by === 'calls' ? undefined : by }) };
  return (
    <>
      <header className="page-head">
        <h1>Endpoints</h1>
        <span className="lead">What is called: methods and path templates, learned from the traffic</span>
        <span className="far small row">
          <Drifted />
          <Corrected />
        </span>
      </header>
      <InventoryFigures />
      <EndpointFilterBar />
      <div className="panel">
        <Pages query={endpoints} total={first?.total} empty={<NoEndpoints filtered={filters.any} clear={filters.clear} />}>
          {(rows, long) => <EndpointTable rows={rows} long={long} from={first?.trend_from ?? ''} withHost={hosts > 1 && !filters.one('host')} order={order} />}
        </Pages>
      </div>
    </>
  );
}

function asked(filters: ReturnType<typeof useFilters>): EndpointFilters {
  return present({
    q: filters.one('q'),
    posture: filters.oneOf('posture', POSTURES),
    sensitivity: filters.oneOf('sensitivity', SENSITIVITIES),
    state: filters.oneOf('state', ENDPOINT_STATES),
    data: filters.one('data') as EndpointFilters['data'], // the server knows the words, and says so
    label: filters.one('label'),
    host: filters.one('host'),
    method: filters.one('method'),
  });
}

function Corrected() {
  const corrections = useQuery(correctionsQuery).data?.items.length ?? 0;
  return (
    <Link to="/endpoints/corrections">
      {corrections === 0 ? 'No corrections' : counted(corrections, 'correction')}
    </Link>
  );
}

function Drifted() {
  const drift = useQuery(driftCountsQuery).data;
  return <Link to="/endpoints/drift">{!drift || drift.documents === 0 ? 'Compare with a document' : drift.total === 0 ? 'No drift' : counted(drift.total, 'drift')}</Link>;
}

function NoEndpoints({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  if (!filtered) return <Empty title="No endpoints yet">They are learned from the calls; the first ones appear within minutes.</Empty>;
  return (
    <Empty title="No endpoint matches these filters">
      <button className="button" onClick={clear}>
        Show all endpoints
      </button>
    </Empty>
  );
}
