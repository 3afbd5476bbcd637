import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: ({ signal }) => get('/api/v1/sources', { signal }),
  refetchInterval: 5_000,
});
