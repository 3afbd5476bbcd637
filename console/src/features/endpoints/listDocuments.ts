import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const documentsQuery = queryOptions({
  queryKey: ['documents'],
  queryFn: ({ signal }) => get('/api/v1/documents', { signal }),
});
