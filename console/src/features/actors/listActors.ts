import { get } from '@/shared/api/server';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

export interface ActorFilters {
  q?: string;
  kind?: string;
  sort?: 'calls' | 'last_seen' | 'first_seen' | 'risk';
}

export const actorsQuery = (filters: ActorFilters) =>
  infiniteQueryOptions({
    queryKey: ['actors', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/actors', { query: { ...filters, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
