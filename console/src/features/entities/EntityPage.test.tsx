import { FakeServer } from '@/test/FakeServer';
import { visit } from '@/test/visit';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

const seen = { first_seen: '2026-11-01T08:00:00Z', last_seen: '2026-11-20T03:02:00Z' };
const jon = { id: 'act-2', name: 'jon@shop.example', kind: 'user' };

describe('an entity', () => {
  it('marks its owner among those who touched it', async () => {
    const callers = [{ actor: jon, calls: 8, ...seen }, { actor: { ...jon, id: 'act-1', name: 'maria' }, calls: 1, ...seen }];
    visit('/entities/order/a%2Fb', new FakeServer().answer('GET /api/v1/entities/order/a%2Fb', { type: 'order', id: 'a/b', ...seen, owner: jon, actors: 2, calls: 9, callers, recent_calls: [] }));
    expect((await screen.findAllByText('owner')).map((mark) => mark.closest('tr')?.textContent?.includes('jon@'))).toEqual([true]);
    expect(screen.getByRole('link', { name: '1' }).getAttribute('href')).toBe('/calls?entity_type=order&entity_id=a%2Fb&actor=act-1');
  });

  it('may have no owner that is known, and no calls left', async () => {
    visit('/entities/order/7', new FakeServer().answer('GET /api/v1/entities/order/7', { type: 'order', id: '7', ...seen, owner: null, actors: 0, calls: 0, callers: [], recent_calls: [] }));
    expect(await screen.findByText('not known')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'No callers kept' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'No calls kept' })).toBeTruthy();
  });
});

describe('the list of entities', () => {
  it('is empty until an id is learned', async () => {
    visit('/entities', new FakeServer().answer('GET /api/v1/entities', { items: [], next_cursor: null, types: [] }));
    expect(await screen.findByRole('heading', { name: 'No entities yet' })).toBeTruthy();
  });
});
