import type { ReactNode } from 'react';
import { AllRows, type Long, LongRows } from './LongRows';

export interface Column<T> {
  name: string;
  cell: (row: T) => ReactNode;
  /** Numbers stand right. */
  right?: boolean;
  /** Takes what space is left and cuts off what is too long. */
  wide?: boolean;
  /** Gives way where the table is narrow. */
  extra?: boolean;
  /** The order in which this column leads, for lists that can be put in order. */
  sort?: string;
}

interface Props<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** The order in force, and what puts the list in another one. */
  order?: { by: string; ascending: boolean; set: (sort: string) => void } | undefined;
  /** For lists that go on as one scrolls. */
  long?: Long | undefined;
}

export function Table<T>({ label, columns, rows, rowKey, order, long }: Props<T>) {
  const cells = (row: T) =>
    columns.map((column) => (
      <td key={column.name} className={look(column)}>
        {column.cell(row)}
      </td>
    ));
  return (
    <div className="table-wrap">
      <table className="table" aria-label={label} {...(long && { 'aria-rowcount': long.hasMore && !long.total ? -1 : (long.total ?? rows.length) + 1 })}>
        <thead>
          <tr {...(long && { 'aria-rowindex': 1 })}>
            {columns.map((column) => (
              <Heading key={column.name} column={column} order={column.sort === undefined ? undefined : order} />
            ))}
          </tr>
        </thead>
        {long ? (
          <LongRows rows={rows} rowKey={rowKey} columns={columns.length} long={long}>
            {cells}
          </LongRows>
        ) : (
          <AllRows rows={rows} rowKey={rowKey}>
            {cells}
          </AllRows>
        )}
      </table>
    </div>
  );
}

function Heading<T>({ column, order }: { column: Column<T>; order: Props<T>['order'] }) {
  const { name, sort = '' } = column;
  if (!order) {
    return (
      <th scope="col" className={look(column)}>
        {name}
      </th>
    );
  }
  const here = order.by === sort;
  return (
    <th scope="col" className={look(column)} {...(here && { 'aria-sort': order.ascending ? 'ascending' : 'descending' })}>
      <button type="button" className={here ? 'sort here' : 'sort'} title={`Order by ${name.toLowerCase()}`} onClick={() => order.set(sort)}>
        {name}
        <span aria-hidden="true">{order.ascending && here ? '▴' : '▾'}</span>
      </button>
    </th>
  );
}

function look<T>({ right, wide, extra }: Column<T>): string {
  return [right && 'right', wide && 'wide', extra && 'extra'].filter(Boolean).join(' ');
}
