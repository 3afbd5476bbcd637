import { anActor } from '@/test/examples';
import { describe, expect, it } from 'vitest';
import { daysOf, endpointsOf, entitiesOf, hoursOfDay } from './compare';

const called = (endpoint: string, calls: number) => ({ id: `ep-${endpoint}`, endpoint, host: null, calls, last_seen: '2026-11-20T03:02:00Z' });

describe('actors side by side', () => {
  it('have a line for what any of them calls, that with the largest share of an actor first', () => {
    const busy = anActor({ actor: 'a-1', calls: 1000, top_endpoints: [called('GET /orders', 900), called('GET /reports', 100)] });
    const quiet = anActor({ actor: 'a-2', calls: 10, top_endpoints: [called('GET /reports', 8), called('GET /exports', 2)] });
    const lines = endpointsOf([busy, quiet]);
    expect(lines.map(({ text }) => text)).toEqual(['GET /orders', 'GET /reports', 'GET /exports']);
    expect(lines.map(({ cells }) => cells.map(({ calls }) => calls))).toEqual([[900, 0], [100, 8], [0, 2]]);
    expect(lines.map(({ only }) => only)).toEqual([0, null, 1]);
  });

  it('do not claim that one never did what its full list merely does not hold', () => {
    const full = anActor({ actor: 'a-1', top_endpoints: Array.from({ length: 20 }, (_, place) => called(`GET /${place}`, 40 - place)) });
    const other = anActor({ actor: 'a-2', top_endpoints: [called('GET /rare', 3)] });
    const rare = endpointsOf([full, other]).find(({ text }) => text === 'GET /rare');
    expect(rare?.cells[0]).toMatchObject({ calls: 0, atMost: 21 });
    expect(rare?.only).toBeNull();
  });

  it('that are alone have nothing only they have', () => {
    expect(endpointsOf([anActor({ top_endpoints: [called('GET /orders', 9)] })])[0]?.only).toBeNull();
  });

  it('are told apart by whose things they touch, however they knew them', () => {
    const touched = (how: string, calls: number) => ({ type: 'order', whose: 'other' as const, how, calls, entities: calls, last_seen: '2026-11-20T03:02:00Z' });
    expect(entitiesOf([anActor({ entities: [touched('unexplained', 4), touched('peers', 3)] })])[0]).toMatchObject({ text: 'order, other', cells: [{ calls: 7 }] });
  });

  it('are not taken for having more than is told, however many types and sides their list of entities has', () => {
    const types = Array.from({ length: 25 }, (_, place) => ({ type: `t${place}`, whose: 'own' as const, how: 'used', calls: 25 - place, entities: 1, last_seen: '2026-11-20T03:02:00Z' }));
    const other = { type: 'rare', whose: 'own' as const, how: 'used', calls: 3, entities: 1, last_seen: '2026-11-20T03:02:00Z' };
    const whole = entitiesOf([anActor({ actor: 'a-1', entities: types }), anActor({ actor: 'a-2', entities: [other] })]);
    expect(whole.find(({ text }) => text === 'rare, own')?.only).toBe(1);
    const cut = Array.from({ length: 60 }, (_, place) => ({ ...other, type: `t${place}`, calls: 60 - place }));
    const beside = entitiesOf([anActor({ actor: 'a-1', entities: cut }), anActor({ actor: 'a-2', entities: [other] })]);
    expect(beside.find(({ text }) => text === 'rare, own')?.cells[0]).toMatchObject({ calls: 0, atMost: 8 });
  });

  it('have their days on one axis, those without calls as nought', () => {
    const [one, two] = [anActor({ calls_per_day: [{ day: '2026-11-18', calls: 9 }] }), anActor({ calls_per_day: [{ day: '2026-11-20', calls: 3 }] })];
    expect(daysOf([one, two])).toEqual({ first: '2026-11-18', last: '2026-11-20', counts: [[9, 0, 0], [0, 0, 3]] });
    expect(daysOf([anActor({ calls_per_day: [] })])).toBeNull();
  });

  it('have hours of the day, whatever the day', () => {
    const hours = hoursOfDay(anActor({ calls_per_hour: [{ time: '2026-11-19T03:00:00Z', calls: 2 }, { time: '2026-11-20T03:00:00Z', calls: 5 }] }));
    expect(hours[3]).toBe(7);
    expect(hours).toHaveLength(24);
  });
});
