import { remove } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { identityCorrectionsQuery } from './listIdentityCorrections';

export function useRemoveIdentityCorrection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => remove('/api/v1/actors/corrections/{id}', { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: identityCorrectionsQuery.queryKey }),
  });
}
