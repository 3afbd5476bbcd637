import { get } from '@/shared/api/server';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

const PAGE = 100;

export interface EntityFilters {
  type?: string;
  q?: string;
  sort?: 'calls' | 'actors' | 'last_seen' | 'first_seen' | 'unexplained';
}

export const entitiesQuery = (filters: EntityFilters) =>
  infiniteQueryOptions({
    queryKey: ['entities', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/entities', { query: { ...filters, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
