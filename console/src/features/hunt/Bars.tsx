import type { QueryAnswer } from '@/shared/api/types';
import { number } from '@/shared/format/number';
import { Link } from 'react-router';
import { piecesOf } from './cells';
import type { Bar } from './chart';

interface Props {
  answer: QueryAnswer;
  along: number;
  bars: readonly Bar[];
  /** The name of what is drawn. */
  of: string;
}

/** Bars that lie, one below the other, each with its name, which leads on as in the table. */
export function Bars({ answer, along, bars, of }: Props) {
  const most = Math.max(0, ...bars.map(({ value }) => Math.abs(value))) || 1;
  return (
    <ol className="lying-bars" aria-label={`${of} as bars`}>
      {bars.map(({ name, value, row }, index) => {
        const column = answer.columns[along];
        const href = column ? piecesOf(column, row, along)[0]?.href : null;
        return (
          <li key={index}>
            <span className="clip" title={name}>
              {href ? <Link to={href}>{name}</Link> : name}
            </span>
            <span className="track" aria-hidden="true">
              <span className="fill" style={{ width: `${(Math.abs(value) / most) * 100}%` }} />
            </span>
            <span className="right">{number(value)}</span>
          </li>
        );
      })}
    </ol>
  );
}
