import { get } from '@/shared/api/server';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

const PAGE = 100;

export interface ActorFilters {
  q?: string;
  kind?: string;
  sort?: 'calls' | 'last_seen' | 'first_seen' | 'risk' | 'name';
}

export const actorsQuery = (filters: ActorFilters) =>
  infiniteQueryOptions({
    queryKey: ['actors', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/actors', { query: { ...filters, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
