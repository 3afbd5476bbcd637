import { get } from './server';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

export interface CallFilters {
  actor?: string;
  endpoint?: string;
  entity_type?: string;
  entity_id?: string;
  status?: number;
  country?: string;
  asn?: string;
  device?: string;
  client_ip?: string;
  call_id?: string;
  from?: string;
  to?: string;
}

export const callsQuery = (filters: CallFilters) =>
  infiniteQueryOptions({
    queryKey: ['calls', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/calls', { query: { ...filters, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
