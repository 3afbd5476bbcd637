import type { Evidence } from '@/shared/api/types';
import { isComparable, usualRange } from './usualRange';

export interface Fact {
  /** The strongest of those that measure the same. */
  evidence: Evidence;
  times: number;
}

/** One fact for each measure, those that are most off first; facts that have nothing to be compared with come last. */
export function factsOf(evidence: readonly Evidence[]): Fact[] {
  const byMeasure = new Map<string, Evidence[]>();
  for (const one of evidence) byMeasure.set(one.measure, [...(byMeasure.get(one.measure) ?? []), one]);
  return [...byMeasure.values()]
    .map((all) => ({ evidence: all.reduce((strongest, one) => (offBy(one) > offBy(strongest) ? one : strongest)), times: all.length }))
    .sort((one, other) => offBy(other.evidence) - offBy(one.evidence));
}

/** How far apart on a logarithmic scale, in either direction. */
function offBy(evidence: Evidence): number {
  if (!isComparable(evidence)) return -1;
  if (!usualRange(evidence).outside) return 0;
  return Math.abs(Math.log1p(Math.abs(evidence.observed)) - Math.log1p(Math.abs(evidence.expected)));
}
