import { patch } from '@/shared/api/server';
import type { AlertStatus } from '@/shared/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { alertQuery } from './getAlert';

export interface Verdict {
  status?: AlertStatus;
  note?: string | null;
}

export function useUpdateAlert(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verdict: Verdict) => patch('/api/v1/alerts/{id}', { id }, verdict),
    onSuccess: (alert) => {
      client.setQueryData(alertQuery(id).queryKey, alert);
      void client.invalidateQueries({ queryKey: ['alerts'] });
      void client.invalidateQueries({ queryKey: ['overview'] });
      void client.invalidateQueries({ queryKey: ['actor', alert.actor.id] });
    },
  });
}
