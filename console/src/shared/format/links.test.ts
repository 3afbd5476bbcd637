import { address } from '@/shared/api/server';
import { aSummary } from '@/test/examples';
import { describe, expect, it } from 'vitest';
import { callsBehind, entityParts, to } from './links';

describe('the calls behind a number', () => {
  it('are those of the window that ends with the alert', () => {
    const search = new URLSearchParams(callsBehind(aSummary(), { window: 'P1D' }).split('?')[1]);
    expect(search.get('actor')).toBe('act-1');
    expect(search.get('from')).toBe('2026-11-19T03:02:00.000Z');
    expect(Date.parse(search.get('to') ?? '')).toBeGreaterThan(Date.parse('2026-11-20T03:02:00Z'));
  });

  it('are those of the whole alert where the window is shorter, or none', () => {
    for (const window of ['PT5M', '', 'whenever']) {
      expect(new URLSearchParams(callsBehind(aSummary(), { window }).split('?')[1]).get('from')).toBe('2026-11-20T02:11:00.000Z');
    }
  });
});

describe('addresses', () => {
  it('hold ids with any character', () => {
    expect(to.entity('order', 'a/b?c#d e')).toBe('/entities/order/a%2Fb%3Fc%23d%20e');
    expect(to.actor('act:{x}')).toBe('/actors/act%3A%7Bx%7D');
  });

  it('leave out what is not asked for, and repeat lists', () => {
    expect(address('/api/v1/alerts', {}, { q: '', to: undefined, cursor: null, status: [] })).toBe('/api/v1/alerts');
    expect(address('/api/v1/alerts', {}, { status: ['open', 'confirmed'], limit: 0 })).toBe('/api/v1/alerts?status=open&status=confirmed&limit=0');
  });
});

describe('an entity in text', () => {
  it('has a type and an id, and the id may hold colons', () => {
    expect(entityParts('order:urn:x:1')).toEqual({ type: 'order', id: 'urn:x:1' });
  });

  it('is none without both', () => {
    for (const text of ['', 'order', 'order:', ':1001']) expect(entityParts(text)).toBeNull();
  });
});
