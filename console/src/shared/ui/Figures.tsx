import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A few large numbers in a row. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className="figures">{children}</div>;
}

interface Props {
  what: string;
  value: ReactNode;
  to?: string;
  /** For what is not a number. */
  plain?: boolean;
}

export function Figure({ what, value, to, plain = false }: Props) {
  const inside = (
    <>
      <div className="what">{what}</div>
      <div className={plain ? 'value plain' : 'value'}>{value}</div>
    </>
  );
  return to ? (
    <Link className="figure" to={to}>
      {inside}
    </Link>
  ) : (
    <div className="figure">{inside}</div>
  );
}
