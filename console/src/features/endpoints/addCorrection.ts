import type { paths } from '@/shared/api/schema.gen';
import { post } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { correctionsQuery } from './listCorrections';

export type Said = paths['/api/v1/corrections']['post']['requestBody']['content']['application/json'];

export function useAddCorrection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: Said) => post('/api/v1/corrections', said),
    onSuccess: () => client.invalidateQueries({ queryKey: correctionsQuery.queryKey }),
  });
}
