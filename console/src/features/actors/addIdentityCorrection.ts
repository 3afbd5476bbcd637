import type { paths } from '@/shared/api/schema.gen';
import { post } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { identityCorrectionsQuery } from './listIdentityCorrections';

export type Said = paths['/api/v1/actors/corrections']['post']['requestBody']['content']['application/json'];

export function useAddIdentityCorrection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: Said) => post('/api/v1/actors/corrections', said),
    onSuccess: () => client.invalidateQueries({ queryKey: identityCorrectionsQuery.queryKey }),
  });
}
