import { describe, expect, it } from 'vitest';
import { absolute, lasting, precise, relative, windowLength, windowText } from './time';

const NOW = Date.parse('2026-11-22T14:00:00Z');

describe('times', () => {
  it('are told in UTC, with the year only where it is another', () => {
    expect(absolute('2026-11-20T02:14:59+00:00', NOW)).toBe('20 Nov 02:14');
    expect(absolute('2026-11-20T01:14:00+02:00', NOW)).toBe('19 Nov 23:14');
    expect(absolute('2025-11-20T02:14:00Z', NOW)).toBe('20 Nov 2025 02:14');
  });

  it('tell calls of one second apart, and leave out what is nought', () => {
    expect(precise('2026-11-20T02:14:08.12Z')).toBe('20 Nov 02:14:08.120');
    expect(precise('2026-11-20T02:14:08Z')).toBe('20 Nov 02:14:08');
  });

  it('may lie ahead, where a sender has a fast clock', () => {
    expect(relative('2026-11-22T13:55:00Z', NOW)).toBe('5 min ago');
    expect(relative('2026-11-22T14:00:30Z', NOW)).toBe('now');
    expect(relative('2026-11-22T17:00:00Z', NOW)).toBe('in 3 h');
  });

  it('last two units at most, and never less than nothing', () => {
    expect(lasting('2026-11-20T02:11:08Z', '2026-11-20T03:02:44Z')).toBe('51 min');
    expect(lasting('2026-11-20T02:00:00Z', '2026-11-23T06:10:00Z')).toBe('3 d 4 h');
    expect(lasting('2026-11-20T02:00:00Z', '2026-11-20T02:00:00Z')).toBe('a moment');
    expect(lasting('2026-11-20T03:00:00Z', '2026-11-20T02:00:00Z')).toBe('a moment');
  });
});

describe('windows', () => {
  it('are ISO 8601 durations', () => {
    expect(windowLength('PT1H')).toBe(3_600_000);
    expect(windowLength('P1DT30M')).toBe(88_200_000);
    expect(windowText('PT90S')).toBe('1 min');
  });

  it('that are no durations are shown as they stand', () => {
    expect(windowLength('P')).toBeNull();
    expect(windowLength('')).toBeNull();
    expect(windowText('since ever')).toBe('since ever');
  });
});
