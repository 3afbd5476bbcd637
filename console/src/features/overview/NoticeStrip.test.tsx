import type { Notice } from '@/shared/api/types';
import { FakeServer } from '@/test/FakeServer';
import { anOverview } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

const endpoint = (name: string, factor: number) => ({ id: name, endpoint: name, host: null, factor, actors: 212, breadth: 0.4 });
const aNotice = (changes: Partial<Notice> = {}): Notice => ({
  from: '2026-11-22T09:00:00Z',
  until: null,
  actors: 212,
  endpoints: [endpoint('GET /v1/offers', 2.3), endpoint('GET /v1/cart', 1.9), endpoint('POST /v1/cart', 1.7)],
  ...changes,
});
const serving = (...items: Notice[]) => new FakeServer().answer('GET /api/v1/overview', anOverview({ event_time: '2026-11-22T14:03:00Z' })).answer('GET /api/v1/notices', { items });

describe('notices of what everybody does', () => {
  it('tell since when, how much and where, and lead to the calls', async () => {
    visit('/', serving(aNotice()));
    const list = within(await screen.findByRole('list', { name: 'What everybody does' }));
    expect(list.getByText(/everybody calls 3 endpoints up to 2.3 times as much as usual/)).toBeTruthy();
    expect(list.getByText(/and 1 more/)).toBeTruthy();
    expect(list.getByRole('link', { name: /^Since/ }).getAttribute('href')).toBe('/calls?from=2026-11-22T09%3A00%3A00Z');
  });

  it('are not on the first page when they were over long ago, but on the intake page', async () => {
    const old = aNotice({ from: '2026-11-10T09:00:00Z', until: '2026-11-10T18:00:00Z' });
    visit('/', serving(old));
    await screen.findByRole('link', { name: /^Calls/ });
    expect(screen.queryByRole('list', { name: 'What everybody does' })).toBeNull();
    visit('/intake', serving(old));
    expect(await screen.findByText(/everybody called 3 endpoints/)).toBeTruthy();
  });

  it('take no room when there are none', async () => {
    visit('/', serving());
    await screen.findByRole('link', { name: /^Calls/ });
    expect(screen.queryByRole('list', { name: 'What everybody does' })).toBeNull();
  });
});
