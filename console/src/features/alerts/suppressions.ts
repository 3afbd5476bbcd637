import { get, post, remove } from '@/shared/api/server';
import type { SuppressionScope, SuppressionState } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { tell } from '@/shared/ui/toasts';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { refresh } from './decide';

export const suppressionsQuery = queryOptions({
  queryKey: ['suppressions'],
  queryFn: ({ signal }) => get('/api/v1/suppressions', { signal }),
});

export const isEmpty = (scope: SuppressionScope) => Object.values(scope).every((names) => names.length === 0);

export const previewQuery = (scope: SuppressionScope) =>
  queryOptions({
    queryKey: ['suppressions', 'preview', scope],
    queryFn: ({ signal }) => get('/api/v1/suppressions/preview', { query: scope, signal }),
    enabled: !isEmpty(scope),
    placeholderData: keepPreviousData,
    retry: false,
  });

export function useSuppress() {
  const client = useQueryClient();
  const back = useEndSuppression();
  return useMutation({
    mutationFn: (said: { scope: SuppressionScope; reason: string; until: string }) => post('/api/v1/suppressions', said),
    onSuccess: (made) => {
      tell(`${counted(made.alerts, 'alert')} suppressed.`, { undo: () => back.mutate({ suppression: made, hidden: 'returns' }) });
      void client.invalidateQueries({ queryKey: ['suppressions'] });
      refresh(client);
    },
  });
}

export function useEndSuppression() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ suppression, hidden }: { suppression: SuppressionState; hidden: 'stays' | 'returns' }) => remove('/api/v1/suppressions/{id}', { id: suppression.id }, { hidden }),
    onSuccess: (ended, { hidden }) => {
      tell(hidden === 'returns' ? `Taken back; ${counted(ended.alerts || 0, 'alert')} hidden by it.` : 'Ended. What it hid stays hidden.');
      void client.invalidateQueries({ queryKey: ['suppressions'] });
      refresh(client);
    },
    onError: (error) => tell(`Not ended: ${error.message}`, { bad: true }),
  });
}
