import type { MatrixCell } from '@/shared/api/types';

/** So many weeks have room beside one another; the last ones. */
export const WEEKS_MAX = 12;

/** An endpoint called for entities of one type and one side. */
export interface Deed {
  key: string;
  of: MatrixCell;
  calls: number;
  weeks: ReadonlyMap<string, MatrixCell>;
}

/** The weeks with calls and those between them, the earliest first. */
export function weeksOf(cells: readonly MatrixCell[]): string[] {
  const times = cells.map(({ week }) => Date.parse(week));
  if (times.length === 0) return [];
  const WEEK_MS = 7 * 86_400_000;
  const last = Math.max(...times);
  const first = Math.max(Math.min(...times), last - (WEEKS_MAX - 1) * WEEK_MS);
  return Array.from({ length: Math.round((last - first) / WEEK_MS) + 1 }, (_, place) => new Date(first + place * WEEK_MS).toISOString().slice(0, 10));
}

/** Rows in the order of their calls over all weeks. */
export function deedsOf(cells: readonly MatrixCell[]): Deed[] {
  const found = new Map<string, { key: string; of: MatrixCell; calls: number; weeks: Map<string, MatrixCell> }>();
  for (const cell of cells) {
    const key = [cell.endpoint_id, cell.entity_type, cell.whose].join(' ');
    const deed = found.get(key) ?? { key, of: cell, calls: 0, weeks: new Map() };
    deed.calls += cell.calls;
    deed.weeks.set(cell.week, cell);
    found.set(key, deed);
  }
  return [...found.values()].sort((one, other) => other.calls - one.calls);
}

/** How dark a cell is, 0.12 to 1: by the logarithm, so that 3 calls are still seen beside 3,000. */
export function shade(calls: number, most: number): number {
  return 0.12 + (0.88 * Math.log1p(calls)) / Math.log1p(Math.max(1, most));
}
