import type { DriftKind } from '@/shared/api/types';
import { get } from '@/shared/api/server';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

const PAGE = 100;

export const driftQuery = (kinds: readonly DriftKind[]) =>
  infiniteQueryOptions({
    queryKey: ['drift', kinds],
    queryFn: ({ pageParam, signal }) => get('/api/v1/drift', { query: { kind: [...kinds], limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

/** How much there is of each kind, without the drifts themselves. */
export const driftCountsQuery = queryOptions({
  queryKey: ['drift', 'counts'],
  queryFn: ({ signal }) => get('/api/v1/drift', { query: { limit: 1 }, signal }),
  staleTime: 60_000,
});
