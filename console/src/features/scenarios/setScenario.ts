import { scenariosQuery } from '@/shared/api/listScenarios';
import { put } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Draft } from './draft';
import { scenarioQuery } from './getScenario';

interface Said extends Draft {
  reason: string;
  /** The id of a back-test of these very settings. */
  test: string | undefined;
}

export function useSetScenario(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ on, limits, reason, test }: Said) => put('/api/v1/scenarios/{id}/settings', { id }, { on, limits, reason, ...(test && { back_test: test }) }),
    onSuccess: (detail) => {
      client.setQueryData(scenarioQuery(id).queryKey, detail);
      return client.invalidateQueries({ queryKey: scenariosQuery.queryKey });
    },
  });
}
