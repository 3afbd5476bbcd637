import type { ReactNode } from 'react';

interface Props {
  title: string;
  note?: ReactNode;
  more?: ReactNode;
  id?: string;
  /** Leaves the sides to the content, for tables. */
  flush?: boolean;
  children: ReactNode;
}

export function Panel({ title, note, more, id, flush = false, children }: Props) {
  return (
    <section className="panel" id={id} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {note && <span className="small faint">{note}</span>}
        {more && <span className="more">{more}</span>}
      </header>
      {flush ? children : <div className="inside">{children}</div>}
    </section>
  );
}
