import type { Entity } from '@/shared/api/types';
import { present } from '@/shared/format/present';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { ActorLink } from '@/shared/parts/ActorLink';
import { TypePick } from '@/shared/parts/TypePick';
import { useFilters } from '@/shared/keys/useFilters';
import { AsOf } from '@/shared/ui/AsOf';
import { Pages } from '@/shared/ui/Pages';
import { SearchBox } from '@/shared/ui/SearchBox';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EntityTabs } from './EntityTabs';
import { entitiesQuery } from './listEntities';

const columns: readonly Column<Entity>[] = [
  { name: 'Type', cell: (entity) => <Link to={to.entityType(entity.type)}>{entity.type}</Link> },
  {
    name: 'Id',
    wide: true,
    cell: (entity) => (
      <Link data-row className="code" to={to.entity(entity.type, entity.id)}>
        {entity.id}
      </Link>
    ),
  },
  { name: 'Owner', cell: (entity) => (entity.owner === null ? <span className="faint nowrap">not known</span> : <ActorLink actor={entity.owner} />) },
  {
    name: 'Shared',
    cell: (entity) =>
      entity.shared && (
        <span className="badge bare outline" title="More than one side was served">
          shared
        </span>
      ),
  },
  { name: 'Actors', right: true, sort: 'actors', cell: (entity) => <Link to={`${to.entity(entity.type, entity.id)}#callers`}>{number(entity.actors)}</Link> },
  { name: 'Calls', right: true, sort: 'calls', cell: (entity) => <Link to={to.calls({ entity_type: entity.type, entity_id: entity.id })}>{number(entity.calls)}</Link> },
  { name: 'Unexplained', right: true, sort: 'unexplained', cell: (entity) => <span className={entity.unexplained === 0 ? 'faint' : ''}>{number(entity.unexplained)}</span> },
  { name: 'First seen', extra: true, sort: 'first_seen', cell: (entity) => <Time at={entity.first_seen} show="absolute" /> },
  { name: 'Last seen', sort: 'last_seen', cell: (entity) => <Time at={entity.last_seen} /> },
];

const SORTS = ['calls', 'actors', 'last_seen', 'first_seen', 'unexplained'] as const;

export function EntitiesPage() {
  const filters = useFilters();
  const type = filters.one('type');
  const sort = filters.oneOf('sort', SORTS) ?? 'calls';
  const entities = useInfiniteQuery(entitiesQuery({ sort, ...present({ type, q: filters.one('q') }) }));
  const first = entities.data?.pages[0];
  const types = first?.types ?? [];
  const order = { by: sort, ascending: false, set: (by: string) => filters.set({ sort: by === 'calls' ? undefined : by }) };
  return (
    <>
      <header className="page-head">
        <h1>Entities</h1>
        <span className="lead">Which business things are touched: orders, invoices, customers, as the calls name them</span>
        <AsOf at={first?.as_of} />
      </header>
      <EntityTabs />
      <div className="filters">
        <SearchBox value={filters.one('q')} placeholder="Search ids" onSearch={(q) => filters.set({ q })} />
        <TypePick types={types} />
      </div>
      <div className="panel">
        <Pages query={entities} total={first?.total ?? undefined} empty={<NoEntities filtered={filters.any} clear={filters.clear} />}>
          {(rows, long) => <Table label="Entities" columns={columns} rows={rows} rowKey={(entity) => `${entity.type}:${entity.id}`} order={order} long={long} />}
        </Pages>
      </div>
    </>
  );
}

function NoEntities({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  if (!filtered) return <Empty title="No entities yet">They are learned from ids in paths, queries and bodies, and appear once an id is seen in more than one place.</Empty>;
  return (
    <Empty title="No entity matches these filters">
      <button className="button" onClick={clear}>
        Show all entities
      </button>
    </Empty>
  );
}
