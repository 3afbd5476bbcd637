import { to } from '@/shared/format/links';

const DAY_MS = 86_400_000;

/** The alerts of a detection on a day in UTC, written 2026-11-20. */
export function alertsOn(scenario: string, day: string): string {
  const from = Date.parse(`${day}T00:00:00Z`);
  return to.alertsOf(scenario, { from: new Date(from).toISOString(), to: new Date(from + DAY_MS).toISOString() });
}

/** The filter for what was seen since the first of some days; none if there are no days. */
export function getFrom(days: readonly { day: string }[]): { from?: string } {
  const first = days[0]?.day;
  return first ? { from: `${first}T00:00:00Z` } : {};
}
