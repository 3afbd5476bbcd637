import type { ActorCount } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';

interface Props {
  callers: readonly ActorCount[];
  /** What the calls are filtered by besides the caller. */
  filters: Record<string, string>;
  owner?: string | undefined;
}

/** Who called something, and how often. */
export function CallerTable({ callers, filters, owner }: Props) {
  return (
    <Table
      label="Callers"
      rows={callers}
      rowKey={(caller) => caller.actor.id}
      columns={[
        {
          name: 'Actor',
          wide: true,
          cell: ({ actor }) => (
            <>
              <Link data-row to={to.actor(actor.id)}>
                {actor.name}
              </Link>{' '}
              {actor.id === owner && <span className="badge bare tone-good">owner</span>}
            </>
          ),
        },
        { name: 'Kind', cell: ({ actor }) => <span className="soft">{actor.kind}</span> },
        { name: 'Calls', right: true, cell: (caller) => <Link to={to.calls({ ...filters, actor: caller.actor.id })}>{number(caller.calls)}</Link> },
        { name: 'First seen', extra: true, cell: (caller) => <Time at={caller.first_seen} show="absolute" /> },
        { name: 'Last seen', cell: (caller) => <Time at={caller.last_seen} /> },
      ]}
    />
  );
}
