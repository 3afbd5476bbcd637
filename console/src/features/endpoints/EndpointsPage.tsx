import { SENSITIVITIES, type Endpoint } from '@/shared/api/types';
import { present } from '@/shared/format/present';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';
import { SensitivityBadge } from '@/shared/ui/Badges';
import { Choices } from '@/shared/ui/Choices';
import { Pages } from '@/shared/ui/Pages';
import { SearchBox } from '@/shared/ui/SearchBox';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { endpointsQuery } from './listEndpoints';

const SORTS = ['calls', 'actors', 'last_seen', 'first_seen', 'endpoint'] as const;
const SORT_TEXT: Record<(typeof SORTS)[number], string> = { calls: 'Most calls', actors: 'Most actors', last_seen: 'Last called', first_seen: 'Newest', endpoint: 'By path' };

const columns: readonly Column<Endpoint>[] = [
  {
    name: 'Endpoint',
    wide: true,
    cell: (endpoint) => (
      <>
        <Link data-row className="code" to={to.endpoint(endpoint.id)} title={`${endpoint.endpoint} · ${endpoint.host ?? 'any host'}`}>
          <span className="faint">{endpoint.method}</span> {endpoint.template}
        </Link>
        <span className="small faint"> {endpoint.host}</span>
      </>
    ),
  },
  { name: 'Sensitivity', cell: (endpoint) => <SensitivityBadge sensitivity={endpoint.sensitivity} /> },
  {
    name: 'Labels',
    cell: (endpoint) => (
      <span className="nowrap">
        {endpoint.labels.map((word) => (
          <span key={word} className="badge bare outline">
            {word}
          </span>
        ))}
      </span>
    ),
  },
  { name: 'Actors', right: true, cell: (endpoint) => <Link to={`${to.endpoint(endpoint.id)}#callers`}>{number(endpoint.actors)}</Link> },
  { name: 'Calls', right: true, cell: (endpoint) => <Link to={to.calls({ endpoint: endpoint.id })}>{number(endpoint.calls)}</Link> },
  { name: 'First seen (UTC)', extra: true, cell: (endpoint) => <Time at={endpoint.first_seen} show="absolute" /> },
  { name: 'Last called', cell: (endpoint) => <Time at={endpoint.last_seen} /> },
];

export function EndpointsPage() {
  const filters = useFilters();
  const sort = filters.oneOf('sort', SORTS) ?? 'calls';
  const sensitivity = filters.oneOf('sensitivity', SENSITIVITIES);
  const endpoints = useInfiniteQuery(endpointsQuery({ sort, ...present({ q: filters.one('q'), sensitivity }) }));
  return (
    <>
      <header className="page-head">
        <h1>Endpoints</h1>
        <span className="lead">What is called: methods and path templates, learned from the traffic</span>
      </header>
      <div className="filters">
        <SearchBox value={filters.one('q')} placeholder="Search hosts, paths, labels" onSearch={(q) => filters.set({ q })} />
        <Choices
          label="Sensitivity"
          options={[{ value: undefined, text: 'Any sensitivity' }, ...SENSITIVITIES.map((value) => ({ value, text: label(value) }))]}
          chosen={[sensitivity]}
          onChoose={(value) => filters.set({ sensitivity: value })}
        />
        <Choices label="Order" options={SORTS.map((value) => ({ value, text: SORT_TEXT[value] }))} chosen={[sort]} onChoose={(value) => filters.set({ sort: value === 'calls' ? undefined : value })} />
      </div>
      <div className="panel">
        <Pages query={endpoints} empty={<NoEndpoints filtered={filters.any} clear={filters.clear} />}>
          {(rows) => <Table label="Endpoints" columns={columns} rows={rows} rowKey={(endpoint) => endpoint.id} />}
        </Pages>
      </div>
    </>
  );
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
