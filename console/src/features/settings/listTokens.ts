import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

export const tokensQuery = queryOptions({ queryKey: ['tokens'], queryFn: ({ signal }) => get('/api/v1/tokens', { signal }) });
