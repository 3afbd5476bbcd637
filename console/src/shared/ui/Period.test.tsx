import { FakeServer } from '@/test/FakeServer';
import { anOverview } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { periodText } from './Period';

const NOW = Date.parse('2026-11-22T14:00:00Z');
const noCalls = () => new FakeServer().answer('GET /api/v1/calls', { items: [], next_cursor: null });

describe('the period', () => {
  it('counts back from the event time reached, not from today', async () => {
    const here = visit('/calls', noCalls().answer('GET /api/v1/overview', anOverview({ event_time: '2020-02-02T12:00:00Z' })));
    await screen.findByText('No calls yet');
    await user.click(screen.getByText('Any time', { selector: 'summary' }));
    await user.click(screen.getByRole('button', { name: 'Last 24 h', hidden: true }));
    expect(here.address()).toBe('/calls?from=2020-02-01T12%3A00%3A00.000Z');
  });

  it('that is no time stands as it is in the address', () => {
    expect(periodText('yesterday', undefined, NOW)).toBe('since yesterday');
    expect(periodText(undefined, undefined, NOW)).toBe('Any time');
    expect(periodText(undefined, '2026-11-20T02:00:00Z', NOW)).toBe('before 20 Nov 02:00');
  });
});
