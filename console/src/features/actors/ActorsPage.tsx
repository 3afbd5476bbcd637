import type { Actor } from '@/shared/api/types';
import { present } from '@/shared/format/present';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';
import { AsOf } from '@/shared/ui/AsOf';
import { Choices } from '@/shared/ui/Choices';
import { Meter } from '@/shared/ui/Meter';
import { Pages } from '@/shared/ui/Pages';
import { SearchBox } from '@/shared/ui/SearchBox';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { address } from '@/shared/api/server';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { actorsQuery } from './listActors';

const KINDS = ['user', 'service', 'application', 'anonymous'] as const;
const SORTS = ['calls', 'risk', 'last_seen', 'first_seen', 'name'] as const;

const columns: readonly Column<Actor>[] = [
  {
    name: 'Actor',
    sort: 'name',
    wide: true,
    cell: (actor) => (
      <>
        <Link data-row to={to.actor(actor.actor)}>
          {actor.name}
        </Link>{' '}
        <span className="small faint code">{actor.name === actor.actor ? '' : actor.actor}</span>
      </>
    ),
  },
  { name: 'Kind', cell: (actor) => <span className="soft">{actor.kind}</span> },
  { name: 'Risk', sort: 'risk', cell: (actor) => (actor.risk === null ? <span className="faint">–</span> : <Meter value={actor.risk} label="Risk" as="risk" />) },
  {
    name: 'Open alerts',
    right: true,
    cell: (actor) => (actor.open_alerts === 0 ? <span className="faint">0</span> : <Link to={address('/alerts', {}, { actor: actor.actor, status: ['open', 'investigating'] })}>{number(actor.open_alerts)}</Link>),
  },
  { name: 'Calls', right: true, sort: 'calls', cell: (actor) => <Link to={to.calls({ actor: actor.actor })}>{number(actor.calls)}</Link> },
  { name: 'First seen', extra: true, sort: 'first_seen', cell: (actor) => <Time at={actor.first_seen} show="absolute" /> },
  { name: 'Last seen', sort: 'last_seen', cell: (actor) => <Time at={actor.last_seen} /> },
];

export function ActorsPage() {
  const filters = useFilters();
  const kind = filters.one('kind');
  const sort = filters.oneOf('sort', SORTS) ?? 'calls';
  const actors = useInfiniteQuery(actorsQuery({ sort, ...present({ q: filters.one('q'), kind }) }));
  const first = actors.data?.pages[0];
  const order = { by: sort, ascending: sort === 'name', set: (by: string) => filters.set({ sort: by === 'calls' ? undefined : by }) };
  return (
    <>
      <header className="page-head">
        <h1>Actors</h1>
        <span className="lead">Who calls: people, services and applications, put together from their keys, tokens, sessions and addresses</span>
        <AsOf at={first?.as_of} />
      </header>
      <div className="filters">
        <SearchBox value={filters.one('q')} placeholder="Search names and ids" onSearch={(q) => filters.set({ q })} />
        <Choices label="Kind" options={[{ value: undefined, text: 'Any kind' }, ...KINDS.map((value) => ({ value, text: label(value) }))]} chosen={[KINDS.find((one) => one === kind)]} onChoose={(value) => filters.set({ kind: value })} />
      </div>
      <div className="panel">
        <Pages query={actors} total={first?.total ?? undefined} empty={<NoActors filtered={filters.any} clear={filters.clear} />}>
          {(rows, long) => <Table label="Actors" columns={columns} rows={rows} rowKey={(actor) => actor.actor} order={order} long={long} />}
        </Pages>
      </div>
    </>
  );
}

function NoActors({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  if (!filtered) return <Empty title="No actors yet">The first call makes the first actor.</Empty>;
  return (
    <Empty title="No actor matches these filters">
      <button className="button" onClick={clear}>
        Show all actors
      </button>
    </Empty>
  );
}
