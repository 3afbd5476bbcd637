import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const scenarioQuery = (id: string) =>
  queryOptions({
    queryKey: ['scenario', id],
    queryFn: ({ signal }) => get('/api/v1/scenarios/{id}', { path: { id }, signal }),
  });
