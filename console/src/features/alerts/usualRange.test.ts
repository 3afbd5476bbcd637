import { anEvidence } from '@/test/examples';
import { describe, expect, it } from 'vitest';
import { difference, isComparable, usualRange, type Comparable } from './usualRange';

const comparable = (told: Partial<Comparable>): Comparable => ({ ...anEvidence(told), expected: told.expected ?? 4 });

describe('the picture of a usual range', () => {
  it('puts what is too much right of the band, and all of it inside the frame', () => {
    const range = usualRange(comparable({ observed: 12, expected: 4, expected_low: 2, expected_high: 6 }));
    expect(range.outside).toBe(true);
    expect(range.logarithmic).toBe(false);
    expect(range.low).toBeLessThan(range.expected);
    expect(range.high).toBeLessThan(range.observed);
    expect(range.observed).toBeLessThanOrEqual(1);
    expect(range.observed / range.high).toBeCloseTo(2);
  });

  it('bends the scale where a straight one would hide the band, and says so', () => {
    const range = usualRange(comparable({ observed: 28_000, expected: 2, expected_low: 0, expected_high: 5 }));
    expect(range.logarithmic).toBe(true);
    expect(range.high).toBeGreaterThan(0.1);
  });

  it('sees too little as well as too much', () => {
    expect(usualRange(comparable({ observed: 0.7, expected: 100, expected_low: 96, expected_high: 100 })).outside).toBe(true);
  });

  it('stays quiet inside the range', () => {
    expect(usualRange(comparable({ observed: 5, expected_high: 5 })).outside).toBe(false);
    expect(difference(anEvidence({ observed: 3 }))).toBe('as usual');
  });

  it('manages with the middle alone, and with nothing at all', () => {
    const bare = usualRange(comparable({ observed: 9, expected: 3, expected_low: null, expected_high: null }));
    expect(bare.known).toBe(false);
    expect(bare.outside).toBe(true);
    const nothing = usualRange(comparable({ observed: 0, expected: 0, expected_low: null, expected_high: null }));
    expect(Object.values(nothing).every((value) => value === null || typeof value === 'boolean' || Number.isFinite(value))).toBe(true);
  });
});

describe('a fact without a typical value', () => {
  it('is compared with nothing', () => {
    const fact = anEvidence({ observed: 3, expected: null });
    expect(isComparable(fact)).toBe(false);
    expect(difference(fact)).toBe('');
  });
});

describe('how far apart', () => {
  it('is told in the words that fit', () => {
    expect(difference(anEvidence({ observed: 409, expected: 2 }))).toBe('205×');
    expect(difference(anEvidence({ observed: 6, expected: 5, expected_high: 5 }))).toBe('+20%');
    expect(difference(anEvidence({ observed: 1, expected: 100, expected_low: 96, expected_high: 100 }))).toBe('−99%');
  });

  it('never divides by nothing', () => {
    expect(difference(anEvidence({ observed: 3, expected: 0, expected_low: 0, expected_high: 0 }))).toBe('usually none');
    expect(difference(anEvidence({ observed: -4, expected: -1, expected_low: -1, expected_high: -1 }))).toBe('');
  });
});
