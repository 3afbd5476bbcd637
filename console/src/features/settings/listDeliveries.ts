import { get } from '@/shared/api/server';
import { queryOptions } from '@tanstack/react-query';

const LOOK_MS = 5_000;

export const deliveriesQuery = (id: string) =>
  queryOptions({ queryKey: ['webhooks', id, 'deliveries'], queryFn: ({ signal }) => get('/api/v1/webhooks/{id}/deliveries', { path: { id }, signal }), refetchInterval: LOOK_MS });
