import { remove } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { correctionsQuery } from './listCorrections';

export function useRemoveCorrection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => remove('/api/v1/corrections/{id}', { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: correctionsQuery.queryKey }),
  });
}
