import type { paths } from '@/shared/api/schema.gen';
import { get } from '@/shared/api/server';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

export type EndpointFilters = Omit<NonNullable<paths['/api/v1/endpoints']['get']['parameters']['query']>, 'limit' | 'cursor'>;

const PAGE = 100;

export const endpointsQuery = (filters: EndpointFilters) =>
  infiniteQueryOptions({
    queryKey: ['endpoints', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/endpoints', { query: { ...filters, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
