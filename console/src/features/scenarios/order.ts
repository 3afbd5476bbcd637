import type { Scenario } from '@/shared/api/types';

export const ORDERS = ['title', 'family', 'severity', 'signals', 'alerts', 'dismissed', 'latest'] as const;
export type Order = (typeof ORDERS)[number];

const RANK = { critical: 3, high: 2, medium: 1, low: 0 };

/** Of the alerts that somebody decided about, those that were dismissed; null if nobody did. */
export function dismissedShare({ noise }: Scenario): number | null {
  const decided = noise.confirmed + noise.dismissed;
  return decided === 0 ? null : noise.dismissed / decided;
}

const KEYS: Record<Order, (scenario: Scenario) => number | string> = {
  title: (scenario) => scenario.title,
  family: (scenario) => scenario.family,
  severity: (scenario) => -RANK[scenario.severity],
  signals: (scenario) => -scenario.noise.signals,
  alerts: (scenario) => -scenario.noise.alerts,
  dismissed: (scenario) => -(dismissedShare(scenario) ?? -1),
  latest: (scenario) => -Date.parse(scenario.noise.last_finding ?? '1970-01-01'),
};

/** Texts from A, numbers from the largest; equal ones by title. */
export function ordered(scenarios: readonly Scenario[], order: Order): Scenario[] {
  const key = KEYS[order];
  return scenarios.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    return one < other ? -1 : one > other ? 1 : a.title.localeCompare(b.title);
  });
}
