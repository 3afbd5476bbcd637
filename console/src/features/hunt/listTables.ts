import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const tablesQuery = queryOptions({
  queryKey: ['hunt', 'tables'],
  queryFn: async ({ signal }) => (await get('/api/v1/hunt/tables', { signal })).items,
  staleTime: Infinity,
});
