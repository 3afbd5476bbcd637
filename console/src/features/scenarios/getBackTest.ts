import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

const PAUSE_MS = 700;

/** A back-test, asked for again until it is over. */
export const backTestQuery = (id: string) =>
  queryOptions({
    queryKey: ['back-test', id],
    queryFn: ({ signal }) => get('/api/v1/back-tests/{id}', { path: { id }, signal }),
    enabled: id !== '',
    refetchInterval: (query) => (query.state.data?.status === 'running' ? PAUSE_MS : false),
    retry: false,
  });
