import { FakeServer } from '@/test/FakeServer';
import { aSummary, anActor } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

const ACTOR = 'GET /api/v1/actors/act-1';

describe('an actor', () => {
  it('shows its alerts, and each count leads to its calls', async () => {
    const used = { calls: 301, first_seen: '2026-11-01T08:00:00Z', last_seen: '2026-11-20T03:02:00Z' };
    visit('/actors/act-1', new FakeServer().answer(ACTOR, anActor({ alerts: [aSummary()], countries: [{ value: 'DE', ...used }] })));
    expect(await screen.findByRole('link', { name: /412 orders/ })).toBeTruthy();
    const countries = screen.getByRole('table', { name: 'Countries' });
    expect(within(countries).getByText('Germany')).toBeTruthy();
    expect(within(countries).getByText('25%')).toBeTruthy();
    expect(within(countries).getByRole('link', { name: '301' }).getAttribute('href')).toBe('/calls?actor=act-1&country=DE');
  });

  it('of which nothing more is known says so, part by part', async () => {
    visit('/actors/act-1', new FakeServer().answer(ACTOR, anActor({ calls: 0 })));
    for (const title of ['No alert about this actor', 'No facets', 'No calls in these hours', 'No endpoints yet']) {
      expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    }
    expect(screen.getAllByRole('heading', { name: 'Not known' })).toHaveLength(3);
  });

  it('shows whose entities it touched and what tells it from its peers', async () => {
    const entities = [
      { type: 'order', whose: 'own' as const, how: 'used', calls: 30, entities: 4, last_seen: '2026-11-20T03:02:00Z' },
      { type: 'order', whose: 'other' as const, how: 'unexplained', calls: 10, entities: 10, last_seen: '2026-11-20T03:02:00Z' },
    ];
    const peers = { group: 'clerk', by: 'roles' as const, count: 9, items: [{ id: 'act-2', name: 'bob', kind: 'user', calls: 5 }], unusual: [{ id: 'ep-1', endpoint: 'GET /v1/reports', host: null, calls: 7, last_seen: '2026-11-20T03:02:00Z', peers: 0 }] };
    visit('/actors/act-1', new FakeServer().answer(ACTOR, anActor({ entities, peers })));
    expect(await screen.findByRole('img', { name: 'own 75%, other 25%' })).toBeTruthy();
    expect(screen.getByText('nothing explains it 10')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'bob' }).getAttribute('href')).toBe('/actors/act-2');
    expect(within(screen.getByRole('table', { name: 'What it uses that its peers do not' })).getByText('0 of 9')).toBeTruthy();
  });

  it('shows on which days each side of it was in use', async () => {
    const used = [{ what: 'device' as const, value: 'Firefox on Windows', calls: 12, days: ['2026-11-18', '2026-11-19', '2026-11-21'] }];
    visit('/actors/act-1', new FakeServer().answer(ACTOR, anActor({ used, calls_per_day: [{ day: '2026-11-18', calls: 9 }, { day: '2026-11-21', calls: 3 }] })));
    const strip = await screen.findByRole('img', { name: 'Firefox on Windows: in use on 3 days' });
    expect(within(strip).getByText('2026-11-18 to 2026-11-19')).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Calls a day, at most 9' })).toBeTruthy();
  });

  it('is found by an id with any character', async () => {
    visit('/actors/ip%3A10.0%2F8', new FakeServer().answer('GET /api/v1/actors/ip%3A10.0%2F8', anActor({ name: 'ten' })));
    expect(await screen.findByRole('heading', { name: 'ten' })).toBeTruthy();
  });
});

describe('the list of actors', () => {
  it('is empty before the first call', async () => {
    visit('/actors', new FakeServer().answer('GET /api/v1/actors', { items: [], next_cursor: null }));
    expect(await screen.findByRole('heading', { name: 'No actors yet' })).toBeTruthy();
  });
});
