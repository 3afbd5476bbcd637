import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => get('/api/v1/people', { signal }),
});
