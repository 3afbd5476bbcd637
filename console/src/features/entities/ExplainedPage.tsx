import { HOWS, type Explained, type How } from '@/shared/api/types';
import { HOW_MEANS } from '@/shared/format/provenance';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { present } from '@/shared/format/present';
import { useFilters } from '@/shared/keys/useFilters';
import { EndpointName } from '@/shared/parts/EndpointName';
import { TypePick } from '@/shared/parts/TypePick';
import { ExplainedShare } from '@/shared/ui/ExplainedShare';
import { Pages } from '@/shared/ui/Pages';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EntityTabs } from './EntityTabs';
import './entities.css';
import { entityTypesQuery } from './listEntityTypes';
import { explainedQuery } from './listExplained';

const EXPLAINING = HOWS.filter((how): how is Exclude<How, 'unexplained'> => how !== 'unexplained');

const columns: readonly Column<Explained>[] = [
  { name: 'Endpoint', wide: true, cell: (row) => <EndpointName endpoint={row.endpoint} id={row.endpoint_id} host={row.host} row /> },
  { name: 'Names', cell: (row) => <Link to={to.entityType(row.entity_type)}>{row.entity_type}</Link> },
  { name: 'Explained', cell: (row) => <ExplainedShare share={row.explained_share} blind={row.blind} /> },
  { name: 'Unexplained', right: true, cell: (row) => <span className={row.unexplained === 0 ? 'faint' : row.blind ? '' : 'loud'}>{number(row.unexplained)}</span> },
  { name: 'Accesses', right: true, cell: (row) => <Link to={to.calls({ endpoint: row.endpoint_id })}>{number(row.accesses)}</Link> },
  ...EXPLAINING.map((how): Column<Explained> => ({ name: how, right: true, extra: true, cell: (row) => <span className={row[how] === 0 ? 'faint' : ''} title={HOW_MEANS[how]}>{number(row[how])}</span> })),
];

/** Apian's own gauge: how well it can explain who reaches what. */
export function ExplainedPage() {
  const filters = useFilters();
  const type = filters.one('type');
  const explained = useInfiniteQuery(explainedQuery(present({ type })));
  const types = useQuery(entityTypesQuery).data?.items.map((one) => one.type) ?? [];
  return (
    <>
      <header className="page-head">
        <h1>How well accesses are explained</h1>
        <span className="lead">Of all who touched a thing: how many had made it, been shown it, or had another reason to know it</span>
      </header>
      <EntityTabs />
      <div className="filters">
        <TypePick types={types} />
        <span className="soft">The worst first. Where an endpoint is blind, bodies are not recorded, and what is unexplained says little.</span>
      </div>
      <div className="panel">
        <Pages query={explained} empty={<NoneExplained filtered={filters.any} clear={filters.clear} />}>
          {(rows) => <Table label="Explained" columns={columns} rows={rows} rowKey={(row) => `${row.endpoint} ${row.host} ${row.entity_type}`} />}
        </Pages>
      </div>
    </>
  );
}

function NoneExplained({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  if (!filtered) return <Empty title="Nothing to explain yet">Accesses are judged from the first calls that name things. Send some, with bodies if you can: without them Apian cannot see how ids get around.</Empty>;
  return (
    <Empty title="Nothing of this type was touched">
      <button className="button" onClick={clear}>
        Show all types
      </button>
    </Empty>
  );
}
