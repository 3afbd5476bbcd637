import { get } from './server';
import type { Side } from './types';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

export interface CellFilters {
  actor?: string;
  endpoint?: string;
  type?: string;
  whose?: Side[];
}

export const matrixQuery = (filters: CellFilters & { week?: string }) =>
  infiniteQueryOptions({
    queryKey: ['matrix', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/matrix', { query: { ...filters, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

/** The Mondays of all weeks of the data, the latest first. */
export const weeksQuery = queryOptions({
  queryKey: ['matrix', 'weeks'],
  queryFn: async ({ signal }) => (await get('/api/v1/matrix', { query: { limit: 1 }, signal })).weeks,
  staleTime: 60_000,
});
