import { get } from '@/shared/api/server';
import { infiniteQueryOptions } from '@tanstack/react-query';

export const auditQuery = (asked: { who?: string; q?: string }) =>
  infiniteQueryOptions({
    queryKey: ['audit', asked],
    queryFn: ({ signal, pageParam }) => get('/api/v1/audit', { query: { ...asked, ...(pageParam !== null && { before: pageParam }) }, signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next_before,
  });
