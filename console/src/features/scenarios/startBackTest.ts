import { postAt } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Draft } from './draft';
import { backTestQuery } from './getBackTest';

export function useStartBackTest(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ on, limits }: Draft) => postAt('/api/v1/scenarios/{id}/back-test', { id }, { on, limits }),
    onSuccess: (test) => client.setQueryData(backTestQuery(test.id).queryKey, test),
  });
}
