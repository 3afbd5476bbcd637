const DAY_MS = 86_400_000;
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
const short = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });

/** '9 – 15 Mar 2026' for the week of a Monday. */
export function weekText(monday: string): string {
  const at = Date.parse(monday);
  if (Number.isNaN(at)) return monday;
  const end = at + 6 * DAY_MS;
  const sameMonth = new Date(at).getUTCMonth() === new Date(end).getUTCMonth();
  return `${sameMonth ? new Date(at).getUTCDate() : short.format(at)} – ${day.format(end)}`;
}

/** From Monday to Monday, as times. */
export function weekSpan(monday: string): { from: string; to: string } {
  const at = Date.parse(monday);
  return { from: new Date(at).toISOString(), to: new Date(at + 7 * DAY_MS).toISOString() };
}

/** Whether a week had ended when the last call was made. */
export function isOver(monday: string, reached: string | null): boolean {
  return reached !== null && Date.parse(reached) >= Date.parse(monday) + 7 * DAY_MS;
}

export interface Pair {
  from: string;
  to: string;
}

/** Which weeks to compare: those that the address names, else the last two that had ended, else the last two. Null if there are not two. */
export function pairOf(weeks: readonly string[], reached: string | null, from: string | undefined, to: string | undefined): Pair | null {
  const ended = weeks.filter((week) => isOver(week, reached));
  const [after, before] = ended.length >= 2 ? ended : weeks;
  if (from !== undefined && to !== undefined) return { from, to };
  return after === undefined || before === undefined ? null : { from: from ?? before, to: to ?? after };
}
