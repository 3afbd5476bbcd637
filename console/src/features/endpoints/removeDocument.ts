import { remove } from '@/shared/api/server';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { documentsQuery } from './listDocuments';

export function useRemoveDocument() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => remove('/api/v1/documents/{name}', { name }),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: documentsQuery.queryKey }), client.invalidateQueries({ queryKey: ['drift'] })]),
  });
}
