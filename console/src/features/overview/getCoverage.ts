import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const coverageQuery = queryOptions({
  queryKey: ['coverage'],
  queryFn: ({ signal }) => get('/api/v1/coverage', { signal }),
  refetchInterval: 30_000,
});
