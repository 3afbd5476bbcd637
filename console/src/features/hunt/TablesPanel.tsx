import type { LakeTable } from '@/shared/api/types';
import { Link } from 'react-router';
import { huntAddress } from './statement';

/** What can be asked: each table opens to its columns, with a sentence each. */
export function TablesPanel({ tables }: { tables: readonly LakeTable[] }) {
  return (
    <div className="tables-list">
      {tables.map((table) => (
        <details key={table.name}>
          <summary className="code">{table.name}</summary>
          <p className="small soft">
            {table.means} <Link to={huntAddress(`SELECT *\nFROM ${table.name}\nLIMIT 100`)}>First 100 rows</Link>
          </p>
          <dl>
            {table.columns.map((column) => (
              <div key={column.name}>
                <dt className="code" title={column.type}>
                  {column.name}
                </dt>
                <dd className="small soft">{column.means}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}
