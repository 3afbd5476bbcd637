import { get } from '@/shared/api/server';
import type { Sensitivity } from '@/shared/api/types';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

export interface EndpointFilters {
  q?: string;
  sensitivity?: Sensitivity;
  sort?: 'calls' | 'actors' | 'last_seen' | 'first_seen' | 'endpoint';
}

export const endpointsQuery = (filters: EndpointFilters) =>
  infiniteQueryOptions({
    queryKey: ['endpoints', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/endpoints', { query: { ...filters, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
