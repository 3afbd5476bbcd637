import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const identityCorrectionsQuery = queryOptions({
  queryKey: ['identity corrections'],
  queryFn: ({ signal }) => get('/api/v1/actors/corrections', { signal }),
});
