import { get } from '@/shared/api/server';
import type { MatrixChangeKind } from '@/shared/api/types';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { CellFilters } from '@/shared/api/listMatrix';

export interface ChangeFilters extends CellFilters {
  from?: string;
  to?: string;
  factor: number;
  change: MatrixChangeKind[];
}

export const changesQuery = (filters: ChangeFilters) =>
  infiniteQueryOptions({
    queryKey: ['matrix', 'diff', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/matrix/diff', { query: { ...filters, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
