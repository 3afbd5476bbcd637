import { describe, expect, it } from 'vitest';
import { gigabytesOf, limitsOf, limitsText } from './limits';

describe('limits of what is kept', () => {
  it('are told in words', () => {
    expect(limitsText({ keep_days: null, keep_bytes: null })).toBe('Everything, for ever');
    expect(limitsText({ keep_days: 1, keep_bytes: null })).toBe('The last day');
    expect(limitsText({ keep_days: 90, keep_bytes: 200e9 })).toBe('The last 90 days, at most 200.0 GB');
    expect(limitsText({ keep_days: null, keep_bytes: 5e8 })).toBe('At most 500.0 MB');
  });

  it('are read from two fields, of which an empty one keeps all', () => {
    expect(limitsOf('90', ' 0.5 ')).toEqual({ keep_days: 90, keep_bytes: 500_000_000 });
    expect(limitsOf('', '')).toEqual({ keep_days: null, keep_bytes: null });
  });

  it('that are no numbers are none, so that nothing is deleted by a slip', () => {
    for (const days of ['0', '-3', '1.5', 'ten', '1e999']) expect(limitsOf(days, '')).toBeNull();
    expect(limitsOf('30', '0')).toBeNull();
  });

  it('go back into the field as they came out of it', () => {
    expect(gigabytesOf(limitsOf('', '1.5')?.keep_bytes)).toBe('1.5');
    expect(gigabytesOf(null)).toBe('');
  });
});
