import type { Home } from '@/shared/api/types';
import { midnightFrom } from '@/shared/format/zone';

const HOUR_MS = 3_600_000;

/** The hours that are drawn, and where a moment stands among them, in 0..1; null outside. */
export interface Week {
  from: number;
  until: number;
  most: number;
  days: readonly number[];
}

export function weekOf(hours: Home['timeline']): Week | null {
  const times = hours.map((hour) => Date.parse(hour.time));
  if (times.length === 0) return null;
  const from = Math.min(...times);
  const until = Math.max(...times) + HOUR_MS;
  const days: number[] = [];
  for (let day = midnightFrom(from); day < until; day = midnightFrom(day + 1)) days.push(day);
  return { from, until, most: Math.max(1, ...hours.map((hour) => hour.calls)), days };
}

export function placeOf(time: string | number, week: Week): number | null {
  const at = ((typeof time === 'string' ? Date.parse(time) : time) - week.from) / (week.until - week.from);
  return at < 0 || at > 1 ? null : at;
}

/** From where to where a stretch of time is seen; null if not at all. What goes on ends where the drawing ends. */
export function stretchOf(from: string, until: string | null, week: Week): { at: number; length: number } | null {
  const start = Math.max(Date.parse(from), week.from);
  const end = Math.min(until === null ? week.until : Date.parse(until), week.until);
  return end <= start ? null : { at: (start - week.from) / (week.until - week.from), length: (end - start) / (week.until - week.from) };
}

/** Marks nearer than this to one another would cover one another where the drawing is as wide as on a laptop. */
const APART = 0.028;

export interface Cluster<T> {
  at: number;
  items: readonly [T, ...T[]];
}

/** Those that stand together are one mark. What is outside of the week is left out. */
export function clusters<T>(items: readonly T[], timeOf: (item: T) => string, week: Week): Cluster<T>[] {
  const found: { at: number; items: [T, ...T[]] }[] = [];
  for (const item of [...items].sort((a, b) => timeOf(a).localeCompare(timeOf(b)))) {
    const at = placeOf(timeOf(item), week);
    const last = found.at(-1);
    if (at === null) continue;
    if (last && at - last.at < APART) last.items.push(item);
    else found.push({ at, items: [item] });
  }
  return found;
}
