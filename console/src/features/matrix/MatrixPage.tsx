import type { MatrixCell } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { present } from '@/shared/format/present';
import { useFilters } from '@/shared/keys/useFilters';
import { Pages } from '@/shared/ui/Pages';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { MatrixFilterBar } from './MatrixFilterBar';
import { MatrixTabs } from './MatrixTabs';
import { WeekPick } from './WeekPick';
import { asked } from './asked';
import { cellColumns, cellKey } from './cells';
import { matrixQuery, weeksQuery } from '@/shared/api/listMatrix';
import './matrix.css';
import { weekSpan, weekText } from '@/shared/format/weeks';

const week: Column<MatrixCell> = { name: 'Week', cell: (row) => <span className="nowrap soft">{weekText(row.week)}</span> };
const columns: readonly Column<MatrixCell>[] = [
  ...cellColumns<MatrixCell>(),
  {
    name: 'Calls',
    right: true,
    cell: (row) => (
      <Link to={to.calls({ actor: row.actor.id, endpoint: row.endpoint_id, ...weekSpan(row.week) })} title="The actor's calls of this endpoint in this week">
        {number(row.calls)}
      </Link>
    ),
  },
  { name: 'Refused', right: true, cell: (row) => <span className={row.refused === 0 ? 'faint' : ''}>{number(row.refused)}</span> },
  { name: 'Entities', right: true, cell: (row) => number(row.entities) },
  { name: 'First', extra: true, cell: (row) => <Time at={row.first_seen} show="absolute" /> },
  { name: 'Last', extra: true, cell: (row) => <Time at={row.last_seen} show="absolute" /> },
];

/** Who does what to whose things, week by week. */
export function MatrixPage() {
  const filters = useFilters();
  const chosen = filters.one('week');
  const matrix = useInfiniteQuery(matrixQuery(present({ ...asked(filters), week: chosen })));
  const weeks = useQuery(weeksQuery).data ?? [];
  const first = matrix.data?.pages[0]?.items[0];
  return (
    <>
      <header className="page-head">
        <h1>Matrix</h1>
        <span className="lead">Who does what to whose things, week by week; the most calls first</span>
      </header>
      <MatrixTabs />
      <MatrixFilterBar actorName={first?.actor.name} endpointName={first?.endpoint}>
        <WeekPick name="week" weeks={weeks} any="Every week" chosen={chosen} />
      </MatrixFilterBar>
      <div className="panel">
        <Pages query={matrix} empty={<NoCells filtered={filters.any} clear={filters.clear} />}>
          {(rows) => <Table label="Matrix" columns={chosen === undefined ? [week, ...columns] : columns} rows={rows} rowKey={(row) => `${row.week} ${cellKey(row)}`} />}
        </Pages>
      </div>
    </>
  );
}

function NoCells({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  if (!filtered) return <Empty title="The matrix is empty">It fills with the calls of known actors that name business things, such as GET /orders/1001. Send some, and look again after some minutes.</Empty>;
  return (
    <Empty title="Nobody did this">
      No call of these weeks passes the filters.{' '}
      <button className="button" onClick={clear}>
        Show all
      </button>
    </Empty>
  );
}
