import { sessionQuery } from '@/shared/api/getSession';
import { patch, post, remove } from '@/shared/api/server';
import type { PersonRole } from '@/shared/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usersQuery } from './listUsers';

interface NewUser {
  name: string;
  role: PersonRole;
  password?: string;
}
type Change = { add: NewUser } | { change: string; to: { role?: PersonRole; active?: boolean; password?: string } } | { remove: string };

export function useChangeUsers() {
  const queries = useQueryClient();
  return useMutation<unknown, Error, Change>({
    mutationFn: (change) => {
      if ('add' in change) return post('/api/v1/users', change.add);
      if ('change' in change) return patch('/api/v1/users/{name}', { name: change.change }, change.to);
      return remove('/api/v1/users/{name}', { name: change.remove });
    },
    onSuccess: async () => {
      await queries.invalidateQueries(sessionQuery);
      await queries.invalidateQueries(usersQuery);
    },
  });
}
