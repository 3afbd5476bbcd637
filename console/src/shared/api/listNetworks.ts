import { queryOptions } from '@tanstack/react-query';
import { get } from './server';

/** What people say that networks are. Asked once for all addresses on a page. */
export const networksQuery = queryOptions({
  queryKey: ['networks'],
  queryFn: ({ signal }) => get('/api/v1/networks', { signal }),
  staleTime: 60_000,
});
