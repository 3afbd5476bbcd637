import { get } from '@/shared/api/server';
import type { AlertStatus, Severity } from '@/shared/api/types';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

export interface AlertFilters {
  status?: AlertStatus[];
  severity?: Severity[];
  scenario?: string;
  actor?: string;
  q?: string;
  from?: string;
  to?: string;
  sort?: 'risk' | 'newest';
}

export const alertsQuery = (filters: AlertFilters) =>
  infiniteQueryOptions({
    queryKey: ['alerts', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/alerts', { query: { ...filters, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
