import { post, remove } from '@/shared/api/server';
import type { Token } from '@/shared/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tokensQuery } from './listTokens';

export function useAddToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: { name: string; role: Token['role']; days: number | null }) => post('/api/v1/tokens', token),
    onSuccess: () => queries.invalidateQueries(tokensQuery),
  });
}

export function useRemoveToken() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: string) => remove('/api/v1/tokens/{id}', { id }), onSuccess: () => queries.invalidateQueries(tokensQuery) });
}
