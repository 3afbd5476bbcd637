import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

/** The types of entities there are, by name. */
export const typeNames = queryOptions({
  queryKey: ['hunt', 'types'],
  queryFn: async ({ signal }) => (await get('/api/v1/entities', { query: { limit: 1 }, signal })).types,
  staleTime: 60_000,
});
