import { aColumn } from '@/test/hunt';
import { describe, expect, it } from 'vitest';
import { endpointId, piecesOf, textOf } from './cells';

const href = (means: Parameters<typeof aColumn>[1], row: unknown[]) => piecesOf(aColumn('x', means), row, 0)[0]?.href;

describe('a cell', () => {
  it('leads to what it names', () => {
    expect(href({ means: 'actor' }, ['a/b'])).toBe('/actors/a%2Fb');
    expect(href({ means: 'actor_reference', form: 'nested' }, [{ id: 'a-1', name: 'maria' }])).toBe('/actors/a-1');
    expect(href({ means: 'address' }, ['2001:db8::1'])).toBe('/calls?client_ip=2001%3Adb8%3A%3A1');
    expect(href({ means: 'call' }, ['c-1'])).toBe('/calls?call_id=c-1');
    expect(href({ means: 'network', form: 'number' }, [3320])).toBe('/calls?asn=AS3320');
    expect(href({ means: 'status', form: 'number' }, [403])).toBe('/calls?status=403');
    expect(href({}, ['anything'])).toBeNull();
  });

  it('takes what completes it from beside it', () => {
    expect(href({ means: 'entity', beside: 1 }, ['7', 'order'])).toBe('/entities/order/7');
    expect(href({ means: 'entity', beside: 1 }, ['7', null])).toBeNull();
    expect(href({ means: 'endpoint', beside: 1 }, ['GET /ä', 'h'])).toBe(`/endpoints/${endpointId('GET /ä', 'h')}`);
    expect(href({ means: 'endpoint' }, ['GET /v1/x'])).toBe('/endpoints?q=%2Fv1%2Fx');
    expect(atob(endpointId('GET /v1/orders', null))).toBe('GET /v1/orders');
  });

  it('that is a time leads to the calls of its day, hour or minute', () => {
    expect(href({ means: 'time', form: 'time' }, ['2026-11-20T00:00:00Z'])).toContain('to=2026-11-21T00');
    expect(href({ means: 'time', form: 'time' }, ['2026-11-20T03:00:00Z'])).toContain('to=2026-11-20T04');
    expect(href({ means: 'time', form: 'time' }, ['2026-11-20T03:04:05.123456Z'])).toContain('to=2026-11-20T03%3A05');
  });

  it('that is a list leads to its first members', () => {
    const list = [1, 2, 3, 4, 5].map((id) => ({ type: 'order', id: String(id) }));
    const pieces = piecesOf(aColumn('entities', { means: 'entities', form: 'nested' }), [list], 0);
    expect(pieces.map(({ text }) => text)).toEqual(['order 1', 'order 2', 'order 3', '+2']);
    expect(pieces[3]?.href).toBeNull();
  });

  it('groups numbers that count, not those that name', () => {
    expect(textOf(1234567.5, aColumn('n', { form: 'number' }))).toBe('1,234,567.5');
    expect(textOf(13335, aColumn('asn', { form: 'number', means: 'network' }))).toBe('13335');
    expect(textOf({ a: [1] })).toBe('{"a":[1]}');
    expect(textOf(null)).toBe('');
  });
});
