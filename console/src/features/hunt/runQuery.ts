import { post } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';
import { cancelQuery } from './cancelQuery';

const KEPT_MS = 5 * 60_000;

/** Runs a statement once; whoever leaves or cancels ends it on the server too. Nothing is asked without a statement. */
export const runQuery = (sql: string, attempt: number) =>
  queryOptions({
    queryKey: ['hunt', 'run', sql, attempt],
    queryFn: ({ signal }) => {
      const id = newId();
      signal.addEventListener('abort', () => cancelQuery(id));
      return post('/api/v1/hunt/queries', { sql, id }, signal);
    },
    enabled: sql.trim() !== '',
    staleTime: Infinity,
    gcTime: KEPT_MS,
    retry: false,
    refetchOnReconnect: false,
  });

/** Not crypto.randomUUID, which browsers keep from pages without TLS. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
