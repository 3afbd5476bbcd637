import { aColumn, anAnswer } from '@/test/hunt';
import { describe, expect, it } from 'vitest';
import { BARS_MAX, barsOf, choose, linesOf } from './chart';

const hour = aColumn('hour', { form: 'time', type: 'TIMESTAMP' });
const n = (name: string) => aColumn(name, { form: 'number', type: 'BIGINT' });

describe('the choice of a chart', () => {
  it('is a line where each row has a time of its own', () => {
    const answer = anAnswer({ columns: [hour, n('calls'), n('errors')], rows: [['2026-11-20T02:00:00', 5, 1], ['2026-11-20T01:00:00', 3, null], ['2026-11-20T03:00:00', 4, 0]] });
    const choice = choose(answer);
    expect(choice).toEqual({ kind: 'line', along: 0, values: [1, 2] });
    expect(choice && linesOf(answer, choice)).toEqual([[1, 2, 3].map((at) => Date.UTC(2026, 10, 20, at) / 1000), [3, 5, 4], [null, 1, 0]]);
  });

  it('is bars otherwise, never of numbers that name something', () => {
    expect(choose(anAnswer())).toEqual({ kind: 'bars', along: 0, values: [1] });
    const byStatus = anAnswer({ columns: [aColumn('status', { form: 'number', means: 'status' }), n('calls')], rows: [[200, 9]] });
    expect(choose(byStatus)).toEqual({ kind: 'bars', along: 0, values: [1] });
    expect(barsOf(byStatus, { kind: 'bars', along: 0, values: [1] })).toEqual([{ name: '200', value: 9, row: [200, 9] }]);
  });

  it('is none without numbers or rows', () => {
    expect(choose(anAnswer({ columns: [aColumn('t')], rows: [['x']] }))).toBeNull();
    expect(choose(anAnswer({ rows: [] }))).toBeNull();
    expect(choose(anAnswer({ columns: [n('calls')], rows: [[1]] }))).toBeNull();
  });

  it('draws no more bars than can be read', () => {
    const many = anAnswer({ rows: Array.from({ length: 500 }, (_, row) => [`a${row}`, row]) });
    expect(barsOf(many, { kind: 'bars', along: 0, values: [1] })).toHaveLength(BARS_MAX);
  });
});
