import { queryOptions } from '@tanstack/react-query';
import { get, showPage } from './server';

/** Who asks. Asked before anything else, since changes need what it tells. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await get('/api/v1/session', { signal });
    showPage(session.page);
    return session;
  },
  staleTime: 60_000,
});
