import type { Retention } from '@/shared/api/types';
import { FakeServer } from '@/test/FakeServer';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const RETENTION = '/api/v1/retention';
const stored = (more: Partial<Retention> = {}): Retention => ({
  keep_days: null,
  keep_bytes: null,
  from: 'command',
  command: { keep_days: null, keep_bytes: null },
  lake: { calls: 1204, days: 40, first_day: '2026-10-12', last_day: '2026-11-20', bytes: 5_400_000, deleted_calls: 0, deleted_bytes: 0, damaged_files: 0 },
  disk: { free_bytes: 30_000_000_000, reserve_bytes: 1_073_741_824 },
  ...more,
});

describe('retention', () => {
  it('tells what would go before it goes, and asks', async () => {
    const server = new FakeServer()
      .answer(`GET ${RETENTION}`, ({ query }: { query: URLSearchParams }) => (query.get('keep_days') === '30' ? stored({ would_delete: { days: 10, calls: 301, bytes: 1_300_000 } }) : stored({ would_delete: null })))
      .answer(`PUT ${RETENTION}`, stored({ keep_days: 30, from: 'setting' }));
    visit('/settings/retention', server);
    expect(await screen.findByText('Everything, for ever')).toBeTruthy();
    await user.type(screen.getByLabelText(/^Days/), '30');
    expect(await screen.findByText(/301 calls of 10 days would go at once, 1.3 MB/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Keep that much' }));
    expect(server.requests(`PUT ${RETENTION}`)).toHaveLength(0);
    const dialog = screen.getByRole('dialog', { hidden: true });
    await user.click(within(dialog).getByRole('button', { name: 'Keep that much', hidden: true }));
    expect(server.requests(`PUT ${RETENTION}`)[0]?.body).toEqual({ keep_days: 30, keep_bytes: null });
  });

  it('goes back to the command line', async () => {
    const server = new FakeServer().answer(`GET ${RETENTION}`, stored({ keep_days: 30, from: 'setting', command: { keep_days: 90, keep_bytes: null } })).answer(`DELETE ${RETENTION}`, stored());
    visit('/settings/retention', server);
    await user.click(await screen.findByRole('button', { name: 'Back to the command line: the last 90 days' }));
    expect(server.requests(`DELETE ${RETENTION}`)).toHaveLength(1);
  });

  it('is seen but not changed by those who may not', async () => {
    const viewer = { required: true, user: { name: 'vera', role: 'viewer' }, page: 'proof', provider: null };
    visit('/settings/retention', new FakeServer().answer('GET /api/v1/session', viewer).answer(`GET ${RETENTION}`, stored()));
    expect(await screen.findByText('Administrators change this.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Keep that much' })).toBeNull();
  });

  it('says so when the disk is nearly full', async () => {
    visit('/settings/retention', new FakeServer().answer(`GET ${RETENTION}`, stored({ disk: { free_bytes: 5_000_000, reserve_bytes: 1_000_000_000 } })));
    expect(await screen.findByText(/no more calls are taken in/)).toBeTruthy();
  });
});

describe('sources', () => {
  it('tell which are live, which are quiet and which are not understood', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const source = (name: string, calls: number, refused: number, minutes: number) => ({ name, calls, refused, last: ago(minutes), calls_per_minute: [...Array.from({ length: 59 }, () => 0), calls] });
    visit('/settings', new FakeServer().answer('GET /api/v1/sources', { since: ago(90), items: [source('POST /v1/calls', 7, 0, 1), source('Kafka calls-0', 9, 0, 30), source('/var/log/nginx/error.log', 0, 12, 0)] }));
    const table = await screen.findByRole('table', { name: 'Sources' });
    expect(within(within(table).getByRole('row', { name: /POST/ })).getByText('live')).toBeTruthy();
    expect(within(within(table).getByRole('row', { name: /Kafka/ })).getByText('quiet')).toBeTruthy();
    expect(within(within(table).getByRole('row', { name: /error/ })).getByText('not understood')).toBeTruthy();
  });
});
