import { number } from '@/shared/format/number';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from './States';

interface Page<T> {
  items: T[];
}

interface Props<T> {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>, unknown>>;
  empty: ReactNode;
  children: (rows: T[]) => ReactNode;
  more?: string;
  /** How many rows there are on all pages, if the server tells. */
  total?: number | undefined;
}

/** A list that comes in pages: its rows so far, and a button for the next page; or loading, empty, failed. */
export function Pages<T>({ query, empty, children, more = 'Show more', total }: Props<T>) {
  if (query.data === undefined) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading lines={10} />;
  }
  const rows = query.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return empty;
  return (
    <>
      {children(rows)}
      <footer className="table-foot">
        <span>{total === undefined || !query.hasNextPage ? number(rows.length) : `${number(rows.length)} of ${number(total)}`} shown</span>
        {query.hasNextPage ? (
          <button className="button" onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {query.isFetchingNextPage ? 'Loading …' : more}
          </button>
        ) : (
          <span>that is all</span>
        )}
        {query.error && <span className="note-bad">Could not refresh: {query.error.message}</span>}
      </footer>
    </>
  );
}
