import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const alertSeriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert', id, 'series'],
    queryFn: ({ signal }) => get('/api/v1/alerts/{id}/series', { path: { id }, signal }),
  });
