import type { EndpointDetail } from '@/shared/api/types';
import { FakeServer } from '@/test/FakeServer';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

const endpoint = (changes: Partial<EndpointDetail> = {}): EndpointDetail => ({
  id: 'ep-1',
  endpoint: 'GET /v1/orders/{orderId}',
  host: null,
  method: 'GET',
  template: '/v1/orders/{orderId}',
  calls: 200,
  actors: 0,
  first_seen: '2026-11-01T08:00:00Z',
  last_seen: '2026-11-20T03:02:00Z',
  sensitivity: 'high',
  labels: [],
  callers: [],
  statuses: [],
  calls_per_hour: [],
  ...changes,
});

describe('an endpoint', () => {
  it('tells how it answers, each status with its calls', async () => {
    visit('/endpoints/ep-1', new FakeServer().answer('GET /api/v1/endpoints/ep-1', endpoint({ statuses: [{ status: 403, calls: 50 }] })));
    const statuses = await screen.findByRole('table', { name: 'Statuses' });
    expect(within(statuses).getByText('25%')).toBeTruthy();
    expect(within(statuses).getByRole('link', { name: '50' }).getAttribute('href')).toBe('/calls?endpoint=ep-1&status=403');
  });

  it('without host, callers and hours still stands', async () => {
    visit('/endpoints/ep-1', new FakeServer().answer('GET /api/v1/endpoints/ep-1', endpoint()));
    expect(await screen.findByText(/any host/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'No callers kept' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'No answers kept' })).toBeTruthy();
  });
});

describe('the list of endpoints', () => {
  it('without a match offers to drop the filters', async () => {
    visit('/endpoints?q=nothing', new FakeServer().answer('GET /api/v1/endpoints', { items: [], next_cursor: null }));
    expect(await screen.findByRole('button', { name: 'Show all endpoints' })).toBeTruthy();
  });
});
