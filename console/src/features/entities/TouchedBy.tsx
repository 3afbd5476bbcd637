import type { EntityDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { HowLegend, HowMark, WhoseMark } from '@/shared/parts/Provenance';
import { Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';

/** Who touched a thing, the first one first, and how each knew it at first. */
export function TouchedBy({ entity }: { entity: EntityDetail }) {
  const filters = { entity_type: entity.type, entity_id: entity.id };
  const others = entity.actors - entity.touched_by.length;
  return (
    <>
      <Table
        label="Who touched it"
        rows={entity.touched_by}
        rowKey={(row) => row.actor.id}
        columns={[
          {
            name: 'Actor',
            wide: true,
            cell: ({ actor }) => (
              <>
                <Link data-row to={to.actor(actor.id)} title={actor.id}>
                  {actor.name}
                </Link>{' '}
                <span className="small faint">{actor.kind}</span> {actor.id === entity.owner?.id && <span className="badge bare tone-good">owner</span>}
              </>
            ),
          },
          { name: 'Knew it first by', cell: (row) => <HowMark how={row.how} /> },
          { name: 'Whose it was', cell: (row) => <WhoseMark whose={row.whose} /> },
          { name: 'Calls', right: true, cell: (row) => <Link to={to.calls({ ...filters, actor: row.actor.id })}>{number(row.calls)}</Link> },
          { name: 'Served', right: true, cell: (row) => <span className={row.served === 0 ? 'faint' : ''}>{number(row.served)}</span> },
          { name: 'First', cell: (row) => <Time at={row.first_seen} show="absolute" /> },
          { name: 'Last', extra: true, cell: (row) => <Time at={row.last_seen} show="absolute" /> },
        ]}
      />
      {others > 0 && (
        <p className="table-foot">
          and {number(others)} more; <Link to={to.calls(filters)}>all calls</Link>
        </p>
      )}
      <HowLegend hows={entity.touched_by.map((row) => row.how)} />
    </>
  );
}
