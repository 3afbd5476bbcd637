import { number } from '@/shared/format/number';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { Long } from './LongRows';
import { Failed, Loading } from './States';

interface Page<T> {
  items: T[];
}

interface Props<T> {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>, unknown>>;
  empty: ReactNode;
  children: (rows: T[], long: Long) => ReactNode;
  more?: string;
  /** How many rows there are on all pages, if the server tells. */
  total?: number | undefined;
}

/** A list that comes in pages: its rows so far, and what brings the next page; or loading, empty, failed. */
export function Pages<T>({ query, empty, children, more = 'Show more', total }: Props<T>) {
  const { data, fetchNextPage, isFetchingNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  if (data === undefined) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading lines={10} />;
  }
  if (rows.length === 0) return empty;
  return (
    <>
      {children(rows, { total, hasMore: query.hasNextPage && !query.isFetchNextPageError, loadMore })}
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
