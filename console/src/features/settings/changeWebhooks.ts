import { patch, post, postAt, remove } from '@/shared/api/server';
import type { WebhookChange } from '@/shared/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** What is said of a new webhook. */
export type WebhookDraft = Required<Omit<WebhookChange, 'on'>>;

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['webhooks'] });
}

export function useAddWebhook() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (draft: WebhookDraft) => post('/api/v1/webhooks', draft), onSuccess: refresh });
}

export function useChangeWebhook() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: ({ id, to }: { id: string; to: WebhookChange }) => patch('/api/v1/webhooks/{id}', { id }, to), onSuccess: refresh });
}

export function useRemoveWebhook() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (id: string) => remove('/api/v1/webhooks/{id}', { id }), onSuccess: refresh });
}

/** Sends a message that says it is a test, and answers with what the receiver answered. */
export function useTestWebhook() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: ({ id }: { id: string; name: string }) => postAt('/api/v1/webhooks/{id}/test', { id }, {}), onSuccess: refresh });
}
