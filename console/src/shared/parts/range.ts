import type { CallHistogram } from '@/shared/api/types';

const SHORTEST_MS = 1000;

/** A stretch of time in milliseconds; the end is not part of it. */
export interface Range {
  from: number;
  to: number;
}

export function rangeOf(histogram: Pick<CallHistogram, 'from' | 'to'>): Range {
  return { from: Date.parse(histogram.from), to: Date.parse(histogram.to) };
}

/** The stretch between two places across a picture, each from 0 to 1, in whole buckets. */
export function between(range: Range, stepSeconds: number, a: number, b: number): Range {
  const step = stepSeconds * 1000;
  const at = (share: number) => range.from + Math.min(1, Math.max(0, share)) * (range.to - range.from);
  const from = Math.floor(at(Math.min(a, b)) / step) * step;
  return { from, to: Math.max(from + step, Math.ceil(at(Math.max(a, b)) / step) * step) };
}

/** The same middle, so many times as long. */
export function zoomed(range: Range, factor: number): Range {
  const middle = (range.from + range.to) / 2;
  const half = Math.max(SHORTEST_MS, (range.to - range.from) * factor) / 2;
  return { from: Math.floor(middle - half), to: Math.ceil(middle + half) };
}

/** As long, so many halves of it earlier (below 0) or later. */
export function moved(range: Range, halves: number): Range {
  const by = Math.round(((range.to - range.from) / 2) * halves);
  return { from: range.from + by, to: range.to + by };
}
