import type { EntityType } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { Answer } from '@/shared/ui/Answer';
import { ExplainedShare } from '@/shared/ui/ExplainedShare';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Audience } from './Audience';
import { EntityTabs } from './EntityTabs';
import './entities.css';
import { DEEDS, type Deed, callsOf } from './deeds';
import { entityTypesQuery } from './listEntityTypes';

const columns: readonly Column<EntityType>[] = [
  {
    name: 'Type',
    wide: true,
    cell: (type) => (
      <Link data-row to={to.entityType(type.type)} title={`The process of ${type.type}`}>
        {type.type}
      </Link>
    ),
  },
  { name: 'Things', right: true, cell: (type) => <Link to={address('/entities', {}, { type: type.type })}>{number(type.entities)}</Link> },
  { name: 'Actors', right: true, extra: true, cell: (type) => <Link to={address('/matrix', {}, { type: type.type })}>{number(type.actors)}</Link> },
  { name: 'Who sees them', cell: (type) => <Audience audience={type.audience} /> },
  ...DEEDS.map(({ deed, text, hint }): Column<EntityType> => ({ name: text, right: true, cell: (type) => <Deeds type={type} deed={deed} hint={hint} /> })),
  { name: 'Explained', cell: (type) => <ExplainedShare share={type.explained_share} blind={type.blind} /> },
  {
    name: 'Unexplained',
    right: true,
    extra: true,
    cell: (type) => (
      <Link className={type.unexplained > 0 && !type.blind ? '' : 'faint'} to={address('/explained', {}, { type: type.type })}>
        {number(type.unexplained)}
      </Link>
    ),
  },
];

export function EntityTypesPage() {
  const types = useQuery(entityTypesQuery);
  return (
    <>
      <header className="page-head">
        <h1>Entity types</h1>
        <span className="lead">What is done with each kind of thing, who sees it, and how much of that can be explained</span>
      </header>
      <EntityTabs />
      <div className="panel">
        <Answer query={types} lines={10}>
          {({ items }) => (items.length === 0 ? <NoTypes /> : <Table label="Entity types" columns={columns} rows={items} rowKey={(type) => type.type} />)}
        </Answer>
      </div>
    </>
  );
}

function NoTypes() {
  return <Empty title="No entity types yet">They are learned from ids in paths, queries and bodies. Send calls that name things, such as GET /orders/1001, and look again after some minutes.</Empty>;
}

/** How many calls do this, and which operations they are of; one operation leads to its calls, several to the type. */
function Deeds({ type, deed, hint }: { type: EntityType; deed: Deed; hint: string }) {
  const operations = type.life_cycle[deed];
  const [only, second] = operations;
  if (!only) return <span className="faint">–</span>;
  return (
    <Link to={second ? `${to.entityType(type.type)}#${deed}` : to.calls({ endpoint: only.endpoint_id })} title={`${hint}:\n${operations.map((one) => `${one.endpoint} ${number(one.calls)}`).join('\n')}`}>
      {number(callsOf(operations))}
    </Link>
  );
}
