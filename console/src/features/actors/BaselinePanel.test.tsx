import type { Baseline } from '@/shared/api/types';
import { FakeServer } from '@/test/FakeServer';
import FakePlot from '@/test/FakePlot';
import { anActor } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, waitFor, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

const BASELINE = 'GET /api/v1/actors/act-1/baseline';
type Window = Baseline['windows'][number];
const aWindow = (changes: Partial<Window> = {}): Window => ({ time: '2026-11-20T02:00:00Z', calls: 4, expected: 4.2, usual_upper: 31, factor: 1, beyond: false, peers: 9, peers_median: 5, peers_upper: 19, ...changes });
const aBaseline = (windows: Window[], changes: Partial<Baseline> = {}): Baseline => ({ scale: 'hour', endpoint: null, level: 'peers', peers: { by: 'roles', group: 'clerk' }, windows, ...changes });
const ORDERS = { id: 'ep-1', endpoint: 'GET /v1/orders', host: null, calls: 30, last_seen: '2026-11-20T03:02:00Z' };

const serving = (baseline: Baseline) => new FakeServer().answer('GET /api/v1/actors/act-1', anActor({ top_endpoints: [ORDERS] })).answer(BASELINE, baseline);
const panel = async () => within(await screen.findByRole('region', { name: 'What is usual' }));

describe('the picture of what is usual', () => {
  beforeEach(() => {
    FakePlot.drawn = [];
  });

  it('draws the band, what was seen, peers behind it and what is beyond', async () => {
    visit('/actors/act-1', serving(aBaseline([aWindow(), aWindow({ time: '2026-11-20T03:00:00Z', calls: 418, beyond: true })])));
    await waitFor(() => expect(FakePlot.drawn.length).toBeGreaterThan(0));
    const { series, data } = FakePlot.drawn[0] ?? { series: [], data: [] };
    const drawn = (label: string) => data[series.indexOf(label)];
    expect(drawn('Calls')).toEqual([4, 418]);
    expect(drawn('Usual at most')).toEqual([31, 31]);
    expect(drawn('Median of others (clerk)')).toEqual([5, 5]);
    expect(drawn('95% of others (clerk)')).toEqual([19, 19]);
    expect(drawn('Beyond')).toEqual([null, 418]);
  });

  it('leads from what is beyond to the calls of that window', async () => {
    visit('/actors/act-1?endpoint=ep-1&scale=ten-minutes', serving(aBaseline([aWindow({ calls: 418, beyond: true })], { scale: 'ten-minutes', endpoint: 'ep-1' })));
    const link = await (await panel()).findByRole('link', { name: '11-20 02:00' });
    expect(link.getAttribute('href')).toBe('/calls?actor=act-1&endpoint=ep-1&from=2026-11-20T02%3A00%3A00Z&to=2026-11-20T02%3A10%3A00.000Z');
  });

  it('asks for what the address names, and keeps a choice in the address', async () => {
    const server = serving(aBaseline([aWindow()]));
    const at = visit('/actors/act-1?endpoint=ep-1&from=2026-11-01T00%3A00%3A00Z', server);
    const inside = await panel();
    await waitFor(() => expect(server.requests(BASELINE)[0]?.query.toString()).toBe('scale=hour&endpoint=ep-1&from=2026-11-01T00%3A00%3A00Z'));
    await user.click(inside.getByRole('button', { name: 'Day' }));
    expect(at.address()).toBe('/actors/act-1?endpoint=ep-1&scale=day');
    await user.selectOptions(inside.getByRole('combobox', { name: 'Endpoint' }), 'All its calls');
    expect(at.address()).toBe('/actors/act-1?scale=day');
  });

  it('says what it rests on, and where nothing is known yet', async () => {
    visit('/actors/act-1', serving(aBaseline([aWindow({ expected: null, usual_upper: null })], { level: 'own' })));
    expect(await (await panel()).findByText(/own history alone.*Too little is known yet/)).toBeTruthy();
  });

  it('is calm where there are no calls', async () => {
    visit('/actors/act-1', serving(aBaseline([aWindow({ calls: 0 })])));
    expect(await (await panel()).findByRole('heading', { name: 'No calls in this time' })).toBeTruthy();
    expect(screen.queryByText(/Beyond what is usual/)).toBeNull();
  });

  it("shows the server's words when it refuses", async () => {
    visit('/actors/act-1', serving(aBaseline([])).refuse(BASELINE, 400, 'A parameter is wrong', 'from and to are 9999 windows apart'));
    expect(await (await panel()).findByText(/9999 windows apart/)).toBeTruthy();
  });
});
