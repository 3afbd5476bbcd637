import type { Evidence } from '@/shared/api/types';

/** From this ratio on, a straight scale would squeeze what is usual into nothing. */
const LOGARITHMIC_FROM_RATIO = 20;

/** Evidence that has a typical value to be compared with; some facts have none, such as an id nobody was ever shown. */
export type Comparable = Evidence & { expected: number };

export const isComparable = (evidence: Evidence): evidence is Comparable => evidence.expected !== null;

export interface UsualRange {
  /** All positions are shares of the width, 0..1. */
  low: number;
  high: number;
  expected: number;
  observed: number;
  /** What others stay at or under, where that is known. */
  peers: number | null;
  logarithmic: boolean;
  /** Whether the ends of the usual range were told, or only its middle. */
  known: boolean;
  outside: boolean;
}

/** Where the usual range and what was observed stand on one line that starts at 0. */
export function usualRange({ observed, expected, expected_low, expected_high }: Comparable, others: number | null = null): UsualRange {
  const known = expected_low !== null || expected_high !== null;
  const low = Math.min(expected_low ?? 0, expected);
  const high = Math.max(expected_high ?? expected, expected);
  const most = Math.max(observed, high, others ?? 0);
  const logarithmic = low >= 0 && observed >= 0 && most > LOGARITHMIC_FROM_RATIO * Math.max(high, 0.5);
  const least = Math.min(0, low, observed);
  const bend = (value: number) => (logarithmic ? Math.log1p(value) : value);
  const length = (bend(most) - bend(least)) * 1.05;
  const place = (value: number) => (length === 0 ? 0 : (bend(value) - bend(least)) / length);
  return { low: place(low), high: place(high), expected: place(expected), observed: place(observed), peers: others === null ? null : place(others), logarithmic, known, outside: observed > high || observed < low };
}

/** '205×', '−99%', 'as usual': how far apart, in the words that fit. */
export function difference(evidence: Evidence): string {
  if (!isComparable(evidence)) return '';
  const { observed, expected } = evidence;
  if (!usualRange(evidence).outside) return 'as usual';
  if (expected <= 0 || observed < 0) return expected === 0 ? 'usually none' : '';
  const ratio = observed / expected;
  if (ratio >= 1.5) return `${ratio >= 10 ? Math.round(ratio).toLocaleString('en') : ratio.toFixed(1)}×`;
  return `${ratio >= 1 ? '+' : '−'}${Math.round(Math.abs(ratio - 1) * 100)}%`;
}
