import type { Alert, SuppressionScope } from '@/shared/api/types';

export type Kind = keyof SuppressionScope;

export const KINDS: readonly { kind: Kind; text: string }[] = [
  { kind: 'scenarios', text: 'These detections' },
  { kind: 'actors', text: 'These actors' },
  { kind: 'endpoints', text: 'These endpoints' },
  { kind: 'entity_types', text: 'These types of entities' },
  { kind: 'networks', text: 'These networks' },
];

/** Everything that alerts hold, by kind: a scope of some of these kinds covers them. */
export function heldBy(alerts: readonly Alert[]): Required<SuppressionScope> {
  const all = (of: (alert: Alert) => readonly string[]) => [...new Set(alerts.flatMap(of))].sort();
  return {
    scenarios: all((alert) => alert.scenarios),
    actors: all((alert) => [alert.actor.id]),
    endpoints: all((alert) => alert.involved.endpoints),
    entity_types: all((alert) => alert.involved.entities.map((entity) => entity.split(/[ :]/)[0] ?? '')),
    networks: all((alert) => alert.involved.addresses),
  };
}

export function chosen(held: Required<SuppressionScope>, kinds: readonly Kind[]): SuppressionScope {
  return Object.fromEntries(kinds.map((kind) => [kind, held[kind]]));
}

/** 'id-walk · GET /v1/orders': a scope in one line. */
export function scopeText(scope: SuppressionScope): string {
  return KINDS.map(({ kind }) => scope[kind] ?? [])
    .filter((names) => names.length > 0)
    .map((names) => names.join(', '))
    .join(' · ');
}
