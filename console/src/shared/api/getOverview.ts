import { queryOptions } from '@tanstack/react-query';
import { get } from './server';

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => get('/api/v1/overview', { signal }),
  refetchInterval: 15_000,
});
