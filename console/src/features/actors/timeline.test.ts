import { describe, expect, it } from 'vitest';
import { dayAt, placeOf, rangeOf, stretches, weeks } from './timeline';

describe('a timeline', () => {
  const range = rangeOf(['2026-03-02', '2026-03-20']) ?? { first: 0, days: 0 };

  it('reaches from the first day to the last, and at least two weeks back', () => {
    expect(range.days).toBe(19);
    expect(rangeOf(['2026-03-20'])?.days).toBe(14);
    expect(rangeOf([])).toBeNull();
  });

  it('joins days in a row, in whatever order they come, and leaves gaps', () => {
    expect(stretches(['2026-03-04', '2026-03-02', '2026-03-03', '2026-03-10'], range)).toEqual([
      { from: 0, length: 3 },
      { from: 8, length: 1 },
    ]);
    expect(stretches([], range)).toEqual([]);
  });

  it('begins weeks on Mondays', () => {
    expect(weeks(range).map((place) => dayAt(range, place))).toEqual(['2026-03-02', '2026-03-09', '2026-03-16']);
    expect(placeOf('2026-03-09', range)).toBe(7);
  });
});
