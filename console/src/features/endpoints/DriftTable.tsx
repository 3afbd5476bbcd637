import type { Drift } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { label } from '@/shared/format/words';
import { type Column, Table } from '@/shared/ui/Table';
import { Link } from 'react-router';
import { Says } from './Says';
import { Template } from './Template';
import { MEANINGS, TONES } from './driftKinds';

/** Where traffic and documents differ, one line a point; each leads to its endpoint, unless nobody ever called it. */
export function DriftTable({ rows, withHost }: { rows: readonly Drift[]; withHost: boolean }) {
  const columns: readonly Column<Drift>[] = [
    {
      name: 'Kind',
      cell: ({ kind }) => (
        <span className={`badge bare ${TONES[kind]}`} title={MEANINGS[kind]}>
          {label(kind)}
        </span>
      ),
    },
    { name: 'Endpoint', cell: (drift) => <Where drift={drift} withHost={withHost} /> },
    { name: 'What differs', wide: true, cell: (drift) => <Says text={drift.says} /> },
    { name: 'Document', extra: true, cell: (drift) => <span className="nowrap">{drift.document}</span> },
    { name: 'Seen', right: true, cell: (drift) => <Seen drift={drift} /> },
  ];
  return <Table label="Drift" columns={columns} rows={rows} rowKey={(drift) => [drift.kind, drift.document, drift.endpoint, drift.host, drift.says].join(' ')} />;
}

function Where({ drift, withHost }: { drift: Drift; withHost: boolean }) {
  const inside = (
    <>
      <span className="method">{drift.method}</span> <Template template={drift.template} />
      {withHost && drift.host && <span className="small faint host"> {drift.host}</span>}
    </>
  );
  const title = `${drift.endpoint} · ${drift.host ?? 'any host'}`;
  return (
    <span className="endpoint">
      {drift.endpoint_id === null ? (
        <span className="code clip faint" title={title}>
          {inside}
        </span>
      ) : (
        <Link data-row className="code clip" to={to.endpoint(drift.endpoint_id)} title={title}>
          {inside}
        </Link>
      )}
    </span>
  );
}

/** How often; the calls are those of the endpoint, and of the status if it is about one. */
function Seen({ drift }: { drift: Drift }) {
  if (drift.endpoint_id === null) return <span className="faint">never</span>;
  return (
    <Link to={to.calls({ endpoint: drift.endpoint_id, status: drift.kind === 'status' ? drift.name : null })} title="The calls of this endpoint">
      {number(drift.count)}
    </Link>
  );
}
