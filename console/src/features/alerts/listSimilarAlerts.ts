import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const similarQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert', id, 'similar'],
    queryFn: ({ signal }) => get('/api/v1/alerts/{id}/similar', { path: { id }, signal }),
  });
