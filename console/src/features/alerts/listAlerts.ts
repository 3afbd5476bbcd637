import { get } from '@/shared/api/server';
import { type AlertPlace, type AlertStatus, PLACES_IN_QUEUE, SEVERITIES, STATUSES, type Severity } from '@/shared/api/types';
import { present } from '@/shared/format/present';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

export const VIEWS = ['queue', 'snoozed', 'suppressed', 'all'] as const;

export interface AlertFilters {
  status?: AlertStatus[];
  severity?: Severity[];
  place?: AlertPlace[];
  show?: (typeof VIEWS)[number];
  scenario?: string;
  actor?: string;
  assignee?: string;
  campaign?: string;
  q?: string;
  from?: string;
  to?: string;
  fold?: 'none' | 'campaign';
  sort?: 'risk' | 'newest';
}

const PENDING: AlertStatus[] = ['open', 'investigating'];

export const alertsQuery = (filters: AlertFilters) =>
  infiniteQueryOptions({
    queryKey: ['alerts', filters],
    queryFn: ({ pageParam, signal }) => get('/api/v1/alerts', { query: { ...filters, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });

/** What an address asks for: what is pending, unless it says otherwise; one of each campaign, unless it is about one. */
export function askedBy(search: URLSearchParams): AlertFilters {
  const one = (name: string) => search.get(name) || undefined;
  const many = <T extends string>(name: string, allowed: readonly T[]) => allowed.filter((word) => search.getAll(name).includes(word));
  const statuses = many('status', STATUSES);
  return {
    status: statuses.length > 0 ? statuses : PENDING,
    severity: many('severity', SEVERITIES),
    place: many('place', PLACES_IN_QUEUE),
    show: VIEWS.find((view) => view === one('show')) ?? 'queue',
    fold: one('campaign') ? 'none' : 'campaign',
    sort: one('sort') === 'newest' ? 'newest' : 'risk',
    ...present({ scenario: one('scenario'), actor: one('actor'), assignee: one('assignee'), campaign: one('campaign'), q: one('q'), from: one('from'), to: one('to') }),
  };
}
