import { patch } from '@/shared/api/server';
import type { Alert, AlertStatus, AlertSummary } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { tell } from '@/shared/ui/toasts';
import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { alertQuery } from './getAlert';

export interface Decision {
  status?: AlertStatus;
  note?: string | null;
  assignee?: string | null;
  snoozed_until?: string | null;
}

interface Asked {
  alerts: readonly AlertSummary[];
  decision: Decision;
  /** What is told once it is done: 'dismissed'. */
  done: string;
}

type Page = { items: AlertSummary[] };

/** Decides about one alert or many: shown at once, taken back if the server refuses, and undone from the toast. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ alerts, decision }: Asked) => send(alerts, decision),
    onMutate: async ({ alerts, decision }: Asked) => {
      await Promise.all([client.cancelQueries({ queryKey: ['alerts'] }), ...alerts.map(({ id }) => client.cancelQueries({ queryKey: alertQuery(id).queryKey, exact: true }))]);
      return show(client, alerts, decision);
    },
    onSuccess: (alert, { alerts, decision, done }) => {
      if ('history' in alert) client.setQueryData(alertQuery(alert.id).queryKey, alert);
      tell(`${alerts.length === 1 ? 'Alert' : counted(alerts.length, 'alert')} ${done}.`, 'note' in decision ? {} : { undo: () => void undo(client, alerts, decision) });
    },
    onError: (error, _, before) => {
      before?.();
      tell(`Not saved: ${error.message}`, { bad: true });
    },
    onSettled: () => refresh(client),
  });
}

function send(alerts: readonly AlertSummary[], decision: Decision): Promise<Alert | Page> {
  const [only] = alerts;
  if (only && alerts.length === 1) return patch('/api/v1/alerts/{id}', { id: only.id }, decision);
  return patch('/api/v1/alerts', undefined, { alerts: alerts.map(({ id }) => id), ...decision });
}

/** Changes what is on screen; answers what puts it back. */
function show(client: QueryClient, alerts: readonly AlertSummary[], decision: Decision): () => void {
  const ids = new Set(alerts.map(({ id }) => id));
  const change = <T extends AlertSummary>(alert: T): T => (ids.has(alert.id) ? { ...alert, ...decision } : alert);
  const lists = client.getQueriesData<InfiniteData<Page>>({ queryKey: ['alerts'] });
  const details = alerts.map(({ id }) => [alertQuery(id).queryKey, client.getQueryData(alertQuery(id).queryKey)] as const);
  for (const [key, data] of lists) if (data) client.setQueryData(key, { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })) });
  for (const [key, data] of details) if (data) client.setQueryData(key, change(data));
  return () => [...lists, ...details].forEach(([key, data]) => client.setQueryData(key, data));
}

/** Says again what was said before, alert by alert, since each may have been different. */
async function undo(client: QueryClient, alerts: readonly AlertSummary[], decision: Decision): Promise<void> {
  const members = Object.keys(decision) as ('status' | 'assignee' | 'snoozed_until')[];
  try {
    for (const alert of alerts) await patch('/api/v1/alerts/{id}', { id: alert.id }, Object.fromEntries(members.map((member) => [member, alert[member]])));
    tell('Taken back.');
  } catch (error) {
    tell(`Not taken back: ${error instanceof Error ? error.message : String(error)}`, { bad: true });
  }
  refresh(client);
}

/** What a decision changes. The calls and the hours of an alert are no part of it. */
export function refresh(client: QueryClient): void {
  for (const key of ['alerts', 'home', 'overview', 'actor', 'people']) void client.invalidateQueries({ queryKey: [key] });
  void client.invalidateQueries({ predicate: ({ queryKey: [what, , part] }) => what === 'alert' && (part === undefined || part === 'similar') });
}
