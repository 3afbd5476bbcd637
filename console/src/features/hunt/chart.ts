import type { QueryAnswer } from '@/shared/api/types';
import { type Row, textOf } from './cells';

export const CHART_KINDS = ['bars', 'line'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** What is drawn: a column along the axis, and a column of numbers, or several for lines. */
export interface Choice {
  kind: ChartKind;
  along: number;
  values: number[];
}

/** Bars beyond these are left out; the table has them. */
export const BARS_MAX = 40;
const LINES_MAX = 6;

/** Times make a line, anything else bars; null if there is nothing to draw. */
export function choose(answer: QueryAnswer): Choice | null {
  const numbers = placesOf(answer, 'number').filter((place) => answer.columns[place]?.means == null);
  const time = placesOf(answer, 'time')[0];
  const others = answer.columns.flatMap(({ form }, place) => (form === 'nested' || numbers.includes(place) ? [] : [place]));
  if (numbers.length === 0 || answer.rows.length === 0) return null;
  if (time !== undefined && answer.rows.length > 2 && isOneEach(answer.rows, time)) return { kind: 'line', along: time, values: numbers.slice(0, LINES_MAX) };
  const along = others[0] ?? numbers.find((place) => place !== numbers.at(-1));
  return along === undefined ? null : { kind: 'bars', along, values: numbers.filter((place) => place !== along).slice(0, 1) };
}

export function placesOf(answer: QueryAnswer, form: 'number' | 'time'): number[] {
  return answer.columns.flatMap((column, place) => (column.form === form ? [place] : []));
}

export interface Bar {
  name: string;
  value: number;
  row: Row;
}

export function barsOf(answer: QueryAnswer, { along, values }: Choice): Bar[] {
  const value = values[0] ?? 0;
  return answer.rows.slice(0, BARS_MAX).flatMap((row) => (typeof row[value] === 'number' ? [{ name: textOf(row[along], answer.columns[along]) || '–', value: row[value], row }] : []));
}

/** Moments in seconds and a list of numbers for each line, in the order of time. */
export function linesOf(answer: QueryAnswer, { along, values }: Choice): [number[], ...(number | null)[][]] {
  const rows = answer.rows
    .map((row) => ({ at: momentOf(row[along]), row }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => a.at - b.at);
  return [rows.map(({ at }) => at / 1000), ...values.map((place) => rows.map(({ row }) => (typeof row[place] === 'number' ? row[place] : null)))];
}

/** A day or a time without a zone is in UTC, like everything the server says. */
function momentOf(value: unknown): number {
  const text = String(value);
  return Date.parse(/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(text) ? `${text}Z` : text);
}

function isOneEach(rows: readonly Row[], place: number): boolean {
  return new Set(rows.map((row) => String(row[place]))).size === rows.length;
}
