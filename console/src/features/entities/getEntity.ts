import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const entityQuery = (type: string, id: string) =>
  queryOptions({
    queryKey: ['entity', type, id],
    queryFn: ({ signal }) => get('/api/v1/entities/{type}/{id}', { path: { type, id }, signal }),
  });
