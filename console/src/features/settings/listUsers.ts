import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const usersQuery = queryOptions({ queryKey: ['users'], queryFn: ({ signal }) => get('/api/v1/users', { signal }) });
