import { get } from '@/shared/api/server';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

export interface ExplainedFilters {
  type?: string;
}

export const explainedQuery = (filters: ExplainedFilters) =>
  infiniteQueryOptions({
    queryKey: ['explained', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/explained', { query: { ...filters, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
