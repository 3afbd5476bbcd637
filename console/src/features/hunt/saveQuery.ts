import { post, put } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { savedQuery } from './listSaved';

export interface ToSave {
  /** Of the one to change; a new one without it. */
  id: string | undefined;
  name: string;
  description: string;
  sql: string;
}

export function useSaveQuery() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...query }: ToSave) => (id === undefined ? post('/api/v1/hunt/saved', query) : put('/api/v1/hunt/saved/{id}', { id }, query)),
    onSuccess: () => client.invalidateQueries({ queryKey: savedQuery.queryKey }),
  });
}
