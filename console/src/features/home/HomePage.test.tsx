import { FakeServer } from '@/test/FakeServer';
import { aHome, aSummary } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { daysLeft } from './LearningPanel';
import { placeOf, stretchOf, weekOf } from './week';

const serving = (home: object) => new FakeServer().answer('GET /api/v1/home', home);
const panel = async (name: string) => within(await screen.findByRole('region', { name }));
const hour = (time: string, calls: number) => ({ time, calls });

describe('home', () => {
  it('shows what needs somebody today, and counts the rest with a way to it', async () => {
    visit('/', serving(aHome({ today: [aSummary()], done: 2, below: 7, suppressed: 12 })));
    const today = await panel('Needs somebody today');
    expect(today.getByText('2 of 3 done')).toBeTruthy();
    expect(today.getByRole('link', { name: /412 orders/ }).getAttribute('href')).toBe('/alerts/a-1?place=today');
    expect(today.getByRole('link', { name: '7 below the line' }).getAttribute('href')).toBe('/alerts?place=below');
    expect(today.getByRole('link', { name: '12 suppressed' })).toBeTruthy();
    expect(today.queryByText(/snoozed/)).toBeNull();
  });

  it('says what is still learning and for how long', async () => {
    const endpoint = { id: 'ep-9', endpoint: 'POST /v1/refunds', host: null, first_seen: '2026-11-22T10:00:00Z', days_left: 2.9 };
    const item = { what: 'Which sensitive endpoints somebody uses', days_needed: 7, days_left: 3.2, scenarios: ['sensitive-first-use'] };
    visit('/', serving(aHome({}, { learning: { since: '2026-11-18T00:00:00Z', days: 3.8, items: [item], endpoints: [endpoint], as_of: null } })));
    const learning = await panel('Learning');
    expect(learning.getByText('4 more days')).toBeTruthy();
    expect(learning.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('54');
    expect(learning.getByText('3 more days')).toBeTruthy();
    expect(daysLeft(0.25)).toBe('6 more hours');
  });

  it('names blind spots, and says so when none is known', async () => {
    visit('/', serving(aHome({}, { coverage: { ...aHome().coverage, with_response: 100, late: 3 } })));
    const seen = await panel('What can be seen');
    expect(seen.getByText(/90% of answers cannot be read/)).toBeTruthy();
    expect(seen.getByText(/3 calls came too late/)).toBeTruthy();
    visit('/', serving(aHome()));
    expect(await screen.findByText('No blind spot known.')).toBeTruthy();
  });

  it('puts traffic, alerts and new endpoints on one axis, each leading on', async () => {
    const marks = [{ time: '2026-11-22T02:14:00Z', alert: 'a-1', title: 'read 412 orders', severity: 'critical' as const, deployment: false }];
    visit('/', serving(aHome({}, { timeline: [hour('2026-11-22T02:00:00Z', 418)], marks })));
    expect((await screen.findByRole('link', { name: 'critical alert, read 412 orders' })).getAttribute('href')).toBe('/alerts/a-1');
  });

  it('is calm before the first call', async () => {
    visit('/', new FakeServer());
    expect(await screen.findByRole('heading', { name: 'No calls yet' })).toBeTruthy();
    expect(screen.getByText('Begins with the first call.')).toBeTruthy();
  });
});

describe('the week', () => {
  const week = weekOf([hour('2026-11-22T00:00:00Z', 4), hour('2026-11-22T03:00:00Z', 10)]);

  it('spans its hours, and knows where a moment stands', () => {
    expect(week && placeOf('2026-11-22T02:00:00Z', week)).toBe(0.5);
    expect(week && placeOf('2026-11-23T02:00:00Z', week)).toBeNull();
    expect(weekOf([])).toBeNull();
  });

  it('cuts off what reaches beyond it', () => {
    expect(week && stretchOf('2026-11-21T00:00:00Z', '2026-11-22T01:00:00Z', week)).toEqual({ at: 0, length: 0.25 });
    expect(week && stretchOf('2026-11-22T02:00:00Z', null, week)).toEqual({ at: 0.5, length: 0.5 });
    expect(week && stretchOf('2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z', week)).toBeNull();
  });
});
