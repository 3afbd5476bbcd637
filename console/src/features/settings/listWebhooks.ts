import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

const LOOK_MS = 5_000;

/** Asked again and again: messages are delivered while one looks. */
export const webhooksQuery = queryOptions({ queryKey: ['webhooks'], queryFn: ({ signal }) => get('/api/v1/webhooks', { signal }), refetchInterval: LOOK_MS });
