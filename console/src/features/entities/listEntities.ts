import { get } from '@/shared/api/server';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

export interface EntityFilters {
  type?: string;
  q?: string;
}

export const entitiesQuery = (filters: EntityFilters) =>
  infiniteQueryOptions({
    queryKey: ['entities', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/entities', { query: { ...filters, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
