import { networksQuery } from '@/shared/api/listNetworks';
import { get, put } from '@/shared/api/server';
import type { NamedNetwork } from '@/shared/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';

type Change = (present: readonly NamedNetwork[]) => NamedNetwork[];

/** Changes the list as it is at that moment: somebody else may have changed it since it was shown. */
export function useSetNetworks() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change) => put('/api/v1/networks', undefined, { items: change((await get('/api/v1/networks')).items) }),
    onSuccess: (list) => queries.setQueryData(networksQuery.queryKey, list),
  });
}
