import { put, remove } from '@/shared/api/server';
import type { RetentionLimits } from '@/shared/api/types';
import { tell } from '@/shared/ui/toasts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { retentionQuery } from './getRetention';

/** Null goes back to what the command line says. */
export function useKeep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (limits: RetentionLimits | null) => (limits === null ? remove('/api/v1/retention', undefined) : put('/api/v1/retention', undefined, limits)),
    onSuccess: () => {
      tell('Kept. What is more than that goes within a minute or so.');
      return queries.invalidateQueries(retentionQuery);
    },
  });
}
