import type { AlertSummary, Evidence } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { windowLength } from './time';

/** Where each thing has its page. Ids may hold any character. */
export const to = {
  alert: (id: string) => address('/alerts/{id}', { id }),
  actor: (actor: string) => address('/actors/{actor}', { actor }),
  endpoint: (id: string) => address('/endpoints/{id}', { id }),
  entity: (type: string, id: string) => address('/entities/{type}/{id}', { type, id }),
  entityType: (type: string) => address('/entity-types/{type}', { type }),
  /** Endpoints by a part of their name. */
  endpoints: (q: string) => address('/endpoints', {}, { q }),
  scenario: (id: string) => address('/scenarios/{id}', { id }),
  alertsOf: (scenario: string, filters: Record<string, string | undefined> = {}) => address('/alerts', {}, { scenario, ...filters }),
  calls: (filters: Record<string, string | number | null | undefined>) => address('/calls', {}, filters),
};

/** The calls of one hour. */
export function hourOf(time: string): { from: string; to: string } {
  return windowOf(time, 60);
}

/** The calls of a window that begins then. */
export function windowOf(time: string, minutes: number): { from: string; to: string } {
  return { from: time, to: new Date(Date.parse(time) + minutes * 60_000).toISOString() };
}

/** The calls behind a piece of evidence: the actor's, in the window that ends with what the alert last saw, or in the whole alert if that is longer. */
export function callsBehind(alert: Pick<AlertSummary, 'actor' | 'first_seen' | 'last_seen'>, evidence: Pick<Evidence, 'window'>): string {
  const end = Date.parse(alert.last_seen) + 1000;
  const start = Math.min(Date.parse(alert.first_seen), end - 1000 - (windowLength(evidence.window) ?? 0));
  return to.calls({ actor: alert.actor.id, from: new Date(start).toISOString(), to: new Date(end).toISOString() });
}

/** 'order:1001' or 'order 1001' in two; a type holds neither a colon nor a space, an id may. */
export function entityParts(text: string): { type: string; id: string } | null {
  const end = text.search(/[: ]/);
  return end > 0 && end < text.length - 1 ? { type: text.slice(0, end), id: text.slice(end + 1) } : null;
}
