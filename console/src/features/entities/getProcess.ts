import { Problem, get } from '@/shared/api/server';
import type { Process } from '@/shared/api/types';
import { queryOptions } from '@tanstack/react-query';

/** The process of a type; null if no served call names such a thing, so that there is none. */
export const processQuery = (type: string) =>
  queryOptions({
    queryKey: ['process', type],
    queryFn: ({ signal }): Promise<Process | null> =>
      get('/api/v1/entity-types/{type}/process', { path: { type }, signal }).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }),
    staleTime: 60_000,
  });
