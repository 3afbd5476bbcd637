import { get } from '@/shared/api/server';
import type { RetentionLimits } from '@/shared/api/types';
import { present } from '@/shared/format/present';
import { queryOptions } from '@tanstack/react-query';

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => get('/api/v1/retention', { signal }),
});

/** What would go if no more than this were kept. Never that of other limits: people decide by it. */
export const leavingQuery = ({ keep_days, keep_bytes }: RetentionLimits) =>
  queryOptions({
    queryKey: ['retention', keep_days ?? null, keep_bytes ?? null],
    queryFn: async ({ signal }) => (await get('/api/v1/retention', { query: present({ keep_days: keep_days ?? undefined, keep_bytes: keep_bytes ?? undefined }), signal })).would_delete ?? null,
    enabled: keep_days != null || keep_bytes != null,
  });
