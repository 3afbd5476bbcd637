import type { MatrixCell, MatrixChange } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { ActorLink } from '@/shared/parts/ActorLink';
import { EndpointName } from '@/shared/parts/EndpointName';
import { WhoseMark } from '@/shared/parts/Provenance';
import type { Column } from '@/shared/ui/Table';
import { Link } from 'react-router';

/** Who, what, and to whose things: the columns that the matrix and its changes share. */
export function cellColumns<T extends MatrixCell | MatrixChange>(): Column<T>[] {
  return [
    {
      name: 'Actor',
      cell: (row) => (
        <div className="matrix-actor clip">
          <ActorLink actor={row.actor} />
        </div>
      ),
    },
    { name: 'Does', wide: true, cell: (row) => <EndpointName endpoint={row.endpoint} id={row.endpoint_id} host={row.host} row /> },
    {
      name: 'To whose',
      cell: (row) => (
        <span className="nowrap">
          <WhoseMark whose={row.whose} /> <Link to={to.entityType(row.entity_type)}>{row.entity_type}</Link>
        </span>
      ),
    },
  ];
}

export const cellKey = (row: MatrixCell | MatrixChange) => [row.actor.id, row.endpoint_id, row.entity_type, row.whose].join(' ');
