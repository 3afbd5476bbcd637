import { describe, expect, it } from 'vitest';
import { stateOf } from './sourceState';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const source = (last: string, calls: number, refused: number) => ({ name: 'OTLP logs', calls, refused, last, calls_per_minute: [...Array.from({ length: 59 }, () => 0), calls] });

describe('a source', () => {
  it('is live while it brings calls, also if some cannot be read', () => {
    expect(stateOf(source('2026-11-20T09:58:00Z', 7, 2), NOW)).toBe('live');
  });

  it('is quiet after five minutes without anything', () => {
    expect(stateOf(source('2026-11-20T09:54:00Z', 7, 0), NOW)).toBe('quiet');
  });

  it('is not understood when it brings nothing that can be read', () => {
    expect(stateOf(source('2026-11-20T09:59:00Z', 0, 12), NOW)).toBe('misread');
  });
});
