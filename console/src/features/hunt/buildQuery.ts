import type { paths } from '@/shared/api/schema.gen';
import { get } from '@/shared/api/server';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

export type Question = NonNullable<paths['/api/v1/hunt/builder']['get']['parameters']['query']>;

export const builtQuery = (question: Question) =>
  queryOptions({
    queryKey: ['hunt', 'builder', question],
    queryFn: ({ signal }) => get('/api/v1/hunt/builder', { query: question, signal }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
