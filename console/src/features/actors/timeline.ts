const DAY = 86_400_000;

/** Shorter histories are drawn as if they had so many days. */
const DAYS_MIN = 14;

/** A stretch of days in a row: the first one's place, and how many. */
export interface Stretch {
  from: number;
  length: number;
}

/** The days that a timeline shows. */
export interface Range {
  first: number;
  days: number;
}

export function rangeOf(days: readonly string[]): Range | null {
  if (days.length === 0) return null;
  const times = days.map((day) => Date.parse(day));
  const last = Math.max(...times);
  const first = Math.min(...times, last - (DAYS_MIN - 1) * DAY);
  return { first, days: Math.round((last - first) / DAY) + 1 };
}

export function placeOf(day: string, range: Range): number {
  return Math.round((Date.parse(day) - range.first) / DAY);
}

/** Days in use as stretches without a gap. */
export function stretches(days: readonly string[], range: Range): Stretch[] {
  const all: Stretch[] = [];
  for (const place of days.map((day) => placeOf(day, range)).sort((one, other) => one - other)) {
    const open = all.at(-1);
    if (open && open.from + open.length === place) open.length++;
    else if (place >= 0) all.push({ from: place, length: 1 });
  }
  return all;
}

/** The places of Mondays, where weeks begin. */
export function weeks({ first, days }: Range): number[] {
  return Array.from({ length: days }, (_, place) => place).filter((place) => new Date(first + place * DAY).getUTCDay() === 1);
}

/** '20 Nov' of a place. */
export function dayAt(range: Range, place: number): string {
  return new Date(range.first + place * DAY).toISOString().slice(0, 10);
}
