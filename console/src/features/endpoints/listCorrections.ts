import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const correctionsQuery = queryOptions({
  queryKey: ['corrections'],
  queryFn: ({ signal }) => get('/api/v1/corrections', { signal }),
});
