import type { Alert, AlertSummary } from '@/shared/api/types';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';

type Page = { items: AlertSummary[] };

/** The alerts of some ids, as lists and pages have shown them. */
export function knownAlerts(client: QueryClient, ids: readonly string[]): AlertSummary[] {
  const lists = client.getQueriesData<InfiniteData<Page>>({ queryKey: ['alerts'] }).flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? []);
  return ids.map((id) => lists.find((alert) => alert.id === id) ?? client.getQueryData<Alert>(['alert', id])).filter((alert) => alert !== undefined);
}
