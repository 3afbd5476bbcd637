import { queryOptions } from '@tanstack/react-query';
import { get } from './server';

export const scenariosQuery = queryOptions({
  queryKey: ['scenarios'],
  queryFn: ({ signal }) => get('/api/v1/scenarios', { signal }),
  staleTime: 5 * 60_000,
});
