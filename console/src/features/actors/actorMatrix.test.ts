import type { MatrixCell } from '@/shared/api/types';
import { describe, expect, it } from 'vitest';
import { WEEKS_MAX, deedsOf, shade, weeksOf } from './actorMatrix';

const cell = (week: string, calls: number, changes: Partial<MatrixCell> = {}): MatrixCell => ({
  week,
  actor: { id: 'a-1', name: 'maria', kind: 'user' },
  endpoint: 'GET /orders/{id}',
  endpoint_id: 'ep-1',
  host: null,
  method: 'GET',
  entity_type: 'order',
  whose: 'own',
  calls,
  refused: 0,
  entities: 1,
  first_seen: `${week}T08:00:00Z`,
  last_seen: `${week}T09:00:00Z`,
  ...changes,
});

describe("an actor's matrix", () => {
  it('has the weeks between, also those without a call', () => {
    expect(weeksOf([cell('2026-11-16', 1), cell('2026-11-02', 1)])).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
    expect(weeksOf([])).toEqual([]);
  });

  it('keeps to the last weeks that have room', () => {
    const weeks = weeksOf([cell('2025-01-06', 1), cell('2026-11-16', 1)]);
    expect(weeks).toHaveLength(WEEKS_MAX);
    expect(weeks.at(-1)).toBe('2026-11-16');
  });

  it('has a row for each endpoint, type and side, the most calls first', () => {
    const deeds = deedsOf([cell('2026-11-09', 5), cell('2026-11-16', 2), cell('2026-11-16', 40, { whose: 'other' })]);
    expect(deeds.map(({ of, calls, weeks }) => [of.whose, calls, weeks.size])).toEqual([['other', 40, 1], ['own', 7, 2]]);
  });

  it('is darker where there are more calls, and never too light to be seen', () => {
    expect(shade(3000, 3000)).toBe(1);
    expect(shade(30, 3000)).toBeGreaterThan(shade(3, 3000));
    expect(shade(1, 1_000_000)).toBeGreaterThanOrEqual(0.12);
  });
});
