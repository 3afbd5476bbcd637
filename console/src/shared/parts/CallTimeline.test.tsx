import { FakeServer } from '@/test/FakeServer';
import { visit } from '@/test/visit';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { anEntity } from '@/test/entities';
import { aCall } from '@/test/examples';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-01T00:00:00Z');

function server(): FakeServer {
  return new FakeServer()
    .answer('GET /api/v1/entities/order/7', anEntity())
    .answer('GET /api/v1/calls', { items: [aCall()], next_cursor: null })
    .answer('GET /api/v1/calls/histogram', ({ query }) => {
      const from = Date.parse(query.get('from') ?? '2026-11-01T00:00:00Z');
      const to = Date.parse(query.get('to') ?? '2026-11-11T00:00:00Z');
      const step = to - from > DAY_MS ? DAY_MS : DAY_MS / 24;
      const buckets = Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => ({ time: new Date(from + i * step).toISOString(), calls: i, errors: i % 2 }));
      return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), step_seconds: step / 1000, buckets, as_of: null };
    });
}

const picture = () => screen.findByRole('img', { name: /^Calls from/ });

describe('the timeline of calls', () => {
  beforeEach(() => {
    Element.prototype.getBoundingClientRect = () => ({ left: 0, top: 0, width: 1000, height: 96, right: 1000, bottom: 96, x: 0, y: 0, toJSON: () => '' });
  });

  test('is drawn on for a closer look, which is in the address', async () => {
    const fake = server();
    const { address } = visit('/entities/order/7', fake);
    const svg = await picture();
    fireEvent.pointerDown(svg, { clientX: 210 });
    fireEvent.pointerMove(svg, { clientX: 390 });
    fireEvent.pointerUp(svg, { clientX: 390 });
    await waitFor(() => expect(address()).toContain(`since=${encodeURIComponent(new Date(START + 2 * DAY_MS).toISOString())}`));
    expect(address()).toContain(`until=${encodeURIComponent(new Date(START + 4 * DAY_MS).toISOString())}`);
    expect(fake.requests('GET /api/v1/calls/histogram').at(-1)?.query.get('entity_id')).toBe('7');
  });

  test('is zoomed and moved by buttons', async () => {
    const { address } = visit('/entities/order/7', server());
    await picture();
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    await waitFor(() => expect(address()).toContain('since=2026-11-03T12'));
    await userEvent.click(await screen.findByRole('button', { name: 'All time' }));
    await waitFor(() => expect(address()).not.toContain('since'));
    await userEvent.click(screen.getByRole('button', { name: 'Earlier' }));
    await waitFor(() => expect(address()).toContain('since=2026-10-27'));
  });

  test('lists single calls where they are few', async () => {
    visit('/entities/order/7?since=2026-11-02T00:00:00Z&until=2026-11-03T00:00:00Z', server());
    await picture();
    await waitFor(() => expect(screen.getAllByRole('table', { name: 'Calls' }).length).toBeGreaterThan(0));
  });
});
