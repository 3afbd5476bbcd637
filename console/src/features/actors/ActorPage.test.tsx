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
