import type { QueryAnswer, QueryColumn } from '@/shared/api/types';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { type Row, piecesOf, textOf } from './cells';

const ROW_PX = 29;
const SHOWN_PX = 520;
const BEYOND = 12;
const MEASURED_ROWS = 100;
const WIDTH_CH = { least: 6, most: 46 };

/** A result of any length: only the rows in sight are in the page, so that ten thousand stay fluent. */
export function ResultTable({ answer }: { answer: QueryAnswer }) {
  const [top, setTop] = useState(0);
  const widths = useMemo(() => answer.columns.map((column, place) => widthOf(column, place, answer.rows)), [answer]);
  const first = Math.max(0, Math.floor(top / ROW_PX) - BEYOND);
  const last = Math.min(answer.rows.length, Math.ceil((top + SHOWN_PX) / ROW_PX) + BEYOND);
  return (
    <div className="result-scroll" style={{ maxHeight: SHOWN_PX }} tabIndex={0} role="region" aria-label="Rows of the result" onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <table className="result" aria-label="Result" aria-rowcount={answer.rows.length + 1} style={{ width: `${widths.reduce((sum, one) => sum + one, 0)}ch` }}>
        <colgroup>
          {widths.map((width, place) => (
            <col key={place} style={{ width: `${width}ch` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {answer.columns.map((column, place) => (
              <th key={place} scope="col" className={column.form === 'number' ? 'right' : ''} title={column.type}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} columns={widths.length} />
          {answer.rows.slice(first, last).map((row, index) => (
            <tr key={first + index} aria-rowindex={first + index + 2}>
              {answer.columns.map((column, place) => (
                <Cell key={place} column={column} row={row} place={place} lead={place === 0} />
              ))}
            </tr>
          ))}
          <Gap rows={answer.rows.length - last} columns={widths.length} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for rows that are out of sight. */
function Gap({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden="true" className="gap" style={{ height: rows * ROW_PX }}>
      <td colSpan={columns} />
    </tr>
  );
}

function Cell({ column, row, place, lead }: { column: QueryColumn; row: Row; place: number; lead: boolean }) {
  const value = row[place];
  if (value === null || value === undefined) return <td className="faint">–</td>;
  const title = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return (
    <td className={column.form === 'number' ? 'right' : ''} title={title}>
      {piecesOf(column, row, place).map(({ text, href }, index) => (
        <span key={index}>
          {index > 0 && ', '}
          {href === null ? (
            text
          ) : (
            <Link to={href} {...(lead && index === 0 && { 'data-row': true })}>
              {text}
            </Link>
          )}
        </span>
      ))}
    </td>
  );
}

function widthOf(column: QueryColumn, place: number, rows: readonly Row[]): number {
  const longest = rows.slice(0, MEASURED_ROWS).reduce((most, row) => Math.max(most, piecesOf(column, row, place).map(({ text }) => text).join(', ').length || textOf(row[place]).length), column.name.length + 1);
  return Math.min(WIDTH_CH.most, Math.max(WIDTH_CH.least, longest)) + 3;
}
