import { remove } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { backTestQuery } from './getBackTest';

export function useCancelBackTest(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => remove('/api/v1/back-tests/{id}', { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: backTestQuery(id).queryKey }),
  });
}
