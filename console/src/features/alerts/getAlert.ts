import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert', id],
    queryFn: ({ signal }) => get('/api/v1/alerts/{id}', { path: { id }, signal }),
    refetchInterval: (query) => query.state.data?.preliminary && 10_000,
  });
