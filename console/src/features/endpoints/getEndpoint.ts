import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const endpointQuery = (id: string) =>
  queryOptions({
    queryKey: ['endpoint', id],
    queryFn: ({ signal }) => get('/api/v1/endpoints/{id}', { path: { id }, signal }),
  });
