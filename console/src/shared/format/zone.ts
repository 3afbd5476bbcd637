/** The viewer's zone, in which every moment is shown. What the server counts by the day, it counts by days in UTC, and says so. */
export const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What is said where times stand. */
export const TIMES_IN = `Times in ${ZONE}`;

/** How far the viewer's clock is from UTC at a moment: 'UTC', 'UTC+1', 'UTC-3:30'. */
export function zoneAt(at: number): string {
  const minutes = -new Date(at).getTimezoneOffset();
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** A moment as a field of date and time has it, to the minute, in the viewer's zone; empty if it is none. */
export function fieldOf(time: string | undefined): string {
  const at = time === undefined ? NaN : Date.parse(time);
  return Number.isNaN(at) ? '' : new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What such a field says, as RFC 3339 in UTC; nothing if it is empty. */
export function timeOf(field: string): string | undefined {
  return field === '' ? undefined : new Date(field).toISOString().replace('.000', '');
}

/** The first midnight in the viewer's zone at or after a moment. */
export function midnightFrom(at: number): number {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  if (day.getTime() < at) day.setDate(day.getDate() + 1);
  return day.getTime();
}
