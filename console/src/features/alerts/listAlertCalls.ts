import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const alertCallsQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert', id, 'calls'],
    queryFn: ({ signal }) => get('/api/v1/alerts/{id}/calls', { path: { id }, signal }),
  });
