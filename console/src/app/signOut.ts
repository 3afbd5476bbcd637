import { sessionQuery } from '@/shared/api/getSession';
import { leave, showPage } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Ends the session, and forgets everything that was shown. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: leave,
    onSuccess: async () => {
      showPage(null);
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      await queries.refetchQueries(sessionQuery);
    },
  });
}
