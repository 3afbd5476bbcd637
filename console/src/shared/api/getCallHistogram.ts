import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallFilters } from './listCalls';
import { get } from './server';

/** How many calls there were when. */
export const callHistogramQuery = (filters: CallFilters) =>
  queryOptions({
    queryKey: ['calls', 'histogram', filters],
    queryFn: ({ signal }) => get('/api/v1/calls/histogram', { query: { ...filters }, signal }),
    placeholderData: keepPreviousData,
  });
