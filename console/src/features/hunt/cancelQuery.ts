import { remove } from '@/shared/api/server';

/** The server notices by itself when nobody listens any more, unless a proxy stands between: so it is told. */
export function cancelQuery(id: string): void {
  void remove('/api/v1/hunt/queries/{id}', { id }).catch(() => undefined);
}
