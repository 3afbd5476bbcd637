import { get } from '@/shared/api/server';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** The few busiest actors with a text in name or id. */
export const findActorsQuery = (q: string) =>
  queryOptions({
    queryKey: ['find actors', q],
    queryFn: ({ signal }) => get('/api/v1/actors', { query: { limit: 8, ...(q && { q }) }, signal }),
    placeholderData: keepPreviousData,
  });
