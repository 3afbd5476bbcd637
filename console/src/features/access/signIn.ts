import { sessionQuery } from '@/shared/api/getSession';
import { post, showPage } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (who: { name: string; password: string }) => post('/api/v1/session', who),
    onSuccess: async (signedIn) => {
      showPage(signedIn.page);
      await queries.refetchQueries(sessionQuery);
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    },
  });
}
