import { queryOptions } from '@tanstack/react-query';
import { get } from './server';

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => get('/api/v1/home', { signal }),
  refetchInterval: 15_000,
});
