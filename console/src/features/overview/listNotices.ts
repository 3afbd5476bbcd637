import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => get('/api/v1/notices', { signal }),
  refetchInterval: 60_000,
});
