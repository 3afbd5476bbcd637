import { describe, expect, test } from 'vitest';
import { between, moved, zoomed } from './range';

const DAY = 86_400_000;

describe('a range of time', () => {
  test('drawn on a picture takes whole buckets, in either direction', () => {
    const month = { from: 0, to: 30 * DAY };
    expect(between(month, 86_400, 0.1, 0.21)).toEqual({ from: 3 * DAY, to: 7 * DAY });
    expect(between(month, 86_400, 0.21, 0.1)).toEqual({ from: 3 * DAY, to: 7 * DAY });
    expect(between(month, 86_400, 0.5, 0.5)).toEqual({ from: 15 * DAY, to: 16 * DAY });
    expect(between(month, 86_400, -1, 2)).toEqual(month);
  });

  test('is zoomed about its middle, down to a second', () => {
    expect(zoomed({ from: 0, to: 8000 }, 0.5)).toEqual({ from: 2000, to: 6000 });
    expect(zoomed({ from: 0, to: 1000 }, 0.1)).toEqual({ from: 0, to: 1000 });
  });

  test('moves by halves', () => {
    expect(moved({ from: 0, to: 1000 }, -1)).toEqual({ from: -500, to: 500 });
  });
});
