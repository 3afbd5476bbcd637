import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const entityTypesQuery = queryOptions({
  queryKey: ['entity-types'],
  queryFn: ({ signal }) => get('/api/v1/entity-types', { signal }),
  staleTime: 60_000,
});
