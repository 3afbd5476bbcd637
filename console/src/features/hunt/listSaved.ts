import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const savedQuery = queryOptions({
  queryKey: ['hunt', 'saved'],
  queryFn: async ({ signal }) => (await get('/api/v1/hunt/saved', { signal })).items,
});
