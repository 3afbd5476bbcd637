import type { MatrixChange } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { type Column, Table } from '@/shared/ui/Table';
import { Link } from 'react-router';
import { cellColumns, cellKey } from './cells';
import { CHANGE_LOOKS, CHANGE_MEANS } from './changes';
import { type Pair, weekSpan } from '@/shared/format/weeks';

interface Props {
  rows: readonly MatrixChange[];
  pair: Pair;
  factor: number;
}

/** What changed, one line each: the sign tells how, the bars how much. */
export function ChangeTable({ rows, pair, factor }: Props) {
  const most = Math.max(1, ...rows.map((row) => Math.max(row.calls_before, row.calls)));
  const columns: readonly Column<MatrixChange>[] = [
    { name: 'Change', cell: (row) => <Change row={row} factor={factor} /> },
    ...cellColumns<MatrixChange>(),
    { name: 'Calls', right: true, cell: (row) => <Shift row={row} pair={pair} /> },
    { name: 'How much', cell: (row) => <Bars row={row} most={most} /> },
    { name: 'Refused', right: true, extra: true, cell: (row) => <Both before={row.refused_before} after={row.refused} /> },
    { name: 'Entities', right: true, cell: (row) => <Both before={row.entities_before} after={row.entities} /> },
  ];
  return <Table label="Changes" columns={columns} rows={rows} rowKey={cellKey} />;
}

function Change({ row, factor }: { row: MatrixChange; factor: number }) {
  const { sign, tone } = CHANGE_LOOKS[row.change];
  const loud = row.change === 'new' && row.whose === 'other' ? 'tone-critical' : tone;
  return (
    <span className="nowrap">
      <span className={`badge bare ${loud}`} title={row.change === 'more' || row.change === 'less' ? `${CHANGE_MEANS[row.change]}: by more than ${factor} times` : CHANGE_MEANS[row.change]}>
        <span aria-hidden="true">{sign}</span> {row.change}
      </span>{' '}
      {row.actor_is_new && (
        <span className="small faint" title="The actor did none of what changed in the week before: for a newcomer everything is new">
          newcomer
        </span>
      )}
    </span>
  );
}

function Calls({ row, week, calls }: { row: MatrixChange; week: string; calls: number }) {
  if (calls === 0) return <span className="faint">0</span>;
  return (
    <Link to={to.calls({ actor: row.actor.id, endpoint: row.endpoint_id, ...weekSpan(week) })} title="The actor's calls of this endpoint in this week">
      {number(calls)}
    </Link>
  );
}

function Shift({ row, pair }: { row: MatrixChange; pair: Pair }) {
  return (
    <>
      <Calls row={row} week={pair.from} calls={row.calls_before} /> <span className="faint">→</span> <Calls row={row} week={pair.to} calls={row.calls} />
    </>
  );
}

/** Two bars: before above, after below; square roots, so that small ones can be seen. */
function Bars({ row, most }: { row: MatrixChange; most: number }) {
  const width = (calls: number) => `${(100 * Math.sqrt(calls / most)).toFixed(1)}%`;
  return (
    <span className="shift" aria-hidden="true">
      <span className="before" style={{ width: width(row.calls_before) }} />
      <span className={`after ${row.change}`} style={{ width: width(row.calls) }} />
    </span>
  );
}

function Both({ before, after }: { before: number; after: number }) {
  if (before === 0 && after === 0) return <span className="faint">–</span>;
  return (
    <span className="nowrap">
      <span className="faint">{number(before)} →</span> {number(after)}
    </span>
  );
}
