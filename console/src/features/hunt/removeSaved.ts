import { remove } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { savedQuery } from './listSaved';

export function useRemoveSaved() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => remove('/api/v1/hunt/saved/{id}', { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: savedQuery.queryKey }),
  });
}
