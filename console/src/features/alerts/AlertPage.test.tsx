import type { Alert } from '@/shared/api/types';
import { FakeServer } from '@/test/FakeServer';
import FakePlot from '@/test/FakePlot';
import { aCall, anActor, anAlert } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, waitFor, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

const bucket = (time: string, calls: number, usual_upper: number | null) => ({ time, calls, expected: usual_upper && usual_upper / 2, usual_upper });

function serving(alert: Alert): FakeServer {
  return new FakeServer()
    .answer('GET /api/v1/alerts/a-1', alert)
    .answer('GET /api/v1/alerts/a-1/calls', { items: [aCall()] })
    .answer('GET /api/v1/alerts/a-1/series', { buckets: [bucket('2026-11-20T02:00:00Z', 418, 5)], marks: [] })
    .answer('GET /api/v1/actors/act-1', anActor({ facets: [{ type: 'access_token', value: 'token:51ab', first_seen: '2026-11-20T01:58:12Z', last_seen: '2026-11-20T03:02:44Z', because: 'A login returned it.', confidence: 0.99, expires: null, class: null }] }));
}

const panel = (name: string) => screen.findByRole('region', { name });

describe('one alert', () => {
  it('tells the story: what happened, what is usual, why, who', async () => {
    visit('/alerts/a-1', serving(anAlert()));
    expect(await screen.findByRole('heading', { level: 1, name: 'maria read 412 orders of others' })).toBeTruthy();
    expect(screen.getByText('Usually it is 2 to 6 a day.')).toBeTruthy();
    expect(screen.getByText('5 orders read within an hour or fewer, instead of 409.')).toBeTruthy();
    expect(screen.getByText('Revoke the session.')).toBeTruthy();
    expect(screen.getByText('An export job.')).toBeTruthy();
    expect(screen.getByText('Ids in bodies.')).toBeTruthy();
    expect(await within(await panel('Who it was')).findByText('A login returned it.')).toBeTruthy();
  });

  it('says that its minute is not over, and is asked for again until it is', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      const server = serving(anAlert({ preliminary: true }));
      visit('/alerts/a-1', server);
      expect((await screen.findByText('preliminary')).title).toMatch(/verdict on it stays/);
      server.answer('GET /api/v1/alerts/a-1', anAlert());
      await vi.advanceTimersByTimeAsync(20_000);
      await waitFor(() => expect(screen.queryByText('preliminary')).toBeNull());
      const asked = server.requests('GET /api/v1/alerts/a-1').length;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(server.requests('GET /api/v1/alerts/a-1')).toHaveLength(asked);
    } finally {
      vi.useRealTimers();
    }
  });

  it('names the networks of addresses that people named', async () => {
    const involved = { ...anAlert().involved, addresses: ['192.0.2.1', '203.0.113.7'] };
    const named = { network: '203.0.113.0/24', name: 'Office Berlin', kind: 'egress' };
    visit('/alerts/a-1', serving(anAlert({ involved })).answer('GET /api/v1/networks', { items: [named], applied: true }));
    expect((await screen.findByText('Office Berlin')).closest('dd')?.textContent).toBe('203.0.113.7 Office Berlin');
    expect(screen.getByText('192.0.2.1').textContent).toMatch(/^192\.0\.2\.1 ?$/);
  });

  it('leads from an observed number to the calls behind it', async () => {
    visit('/alerts/a-1', serving(anAlert()));
    const evidence = await panel('Evidence');
    expect(within(evidence).getByText('0 – 5')).toBeTruthy();
    expect(within(evidence).getByRole('img', { name: /observed 409, usual up to 5/ })).toBeTruthy();
    expect(within(evidence).getByRole('link', { name: '409' }).getAttribute('href')).toMatch(/^\/calls\?actor=act-1&from=2026-11-20T02.*&to=/);
  });

  it('shows the calls that matched', async () => {
    visit('/alerts/a-1', serving(anAlert()));
    expect(await within(await panel('Calls behind it')).findByText('/v1/orders/1001')).toBeTruthy();
  });

  it('draws the calls on top of what is usual', async () => {
    FakePlot.drawn = [];
    visit('/alerts/a-1', serving(anAlert()));
    await waitFor(() => expect(FakePlot.drawn.length).toBeGreaterThan(0));
    const { series, data } = FakePlot.drawn[0] ?? { series: [], data: [] };
    expect(data[series.indexOf('Calls')]).toEqual([418]);
    expect(data[series.indexOf('Usual at most')]).toEqual([5]);
  });

  it('says that nothing is known to compare with while the profile learns', async () => {
    visit('/alerts/a-1', serving(anAlert()).answer('GET /api/v1/alerts/a-1/series', { buckets: [bucket('2026-11-20T02:00:00Z', 9, null)], marks: [] }));
    expect(await screen.findByText(/not known yet/)).toBeTruthy();
  });

  it('stands without evidence, signals, cards and calls', async () => {
    const bare = anAlert({ evidence: [], signals: [], cards: [], calls: [], what_to_check: [] });
    visit('/alerts/a-1', serving(bare).answer('GET /api/v1/alerts/a-1/calls', { items: [] }).answer('GET /api/v1/alerts/a-1/series', { buckets: [], marks: [] }));
    for (const title of ['No measured evidence', 'No signals kept', 'These calls are no longer kept', 'No calls kept for this time']) {
      expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    }
  });

  it('stands when its parts fail', async () => {
    visit('/alerts/a-1', serving(anAlert()).refuse('GET /api/v1/actors/act-1', 500, 'A bug', 'Sorry').refuse('GET /api/v1/alerts/a-1/calls', 500, 'The lake is away', 'Sorry'));
    expect(await within(await panel('Who it was')).findByText('A bug')).toBeTruthy();
    expect(await within(await panel('Calls behind it')).findByText('The lake is away')).toBeTruthy();
    expect(within(await panel('Evidence')).getByText('409')).toBeTruthy();
  });

  it('that does not exist is not tried again', async () => {
    visit('/alerts/a-9', new FakeServer().refuse('GET /api/v1/alerts/a-9', 404, 'No such alert', 'There is no alert a-9'));
    expect(await screen.findByText('There is no alert a-9')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

describe('a verdict', () => {
  it('is shown at once and saved', async () => {
    const server = serving(anAlert()).answer('PATCH /api/v1/alerts/a-1', ({ body }) => {
      server.answer('GET /api/v1/alerts/a-1', anAlert(body as Partial<Alert>));
      return anAlert(body as Partial<Alert>);
    });
    visit('/alerts/a-1', server);
    await user.click(await screen.findByRole('button', { name: /^Dismiss/ }));
    await waitFor(() => expect(screen.getByRole('button', { name: /^Dismiss/ }).getAttribute('aria-pressed')).toBe('true'));
    await waitFor(() => expect(server.requests('PATCH /api/v1/alerts/a-1')[0]?.body).toEqual({ status: 'dismissed' }));
  });

  it('that could not be saved is put back and says so', async () => {
    visit('/alerts/a-1', serving(anAlert()).refuse('PATCH /api/v1/alerts/a-1', 403, 'Forbidden', 'This token may read only'));
    await user.click(await screen.findByRole('button', { name: /^Confirm/ }));
    expect(await screen.findByText(/Not saved: This token may read only/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Confirm/ }).getAttribute('aria-pressed')).toBe('false');
  });

  it('has a history of who said what', async () => {
    visit('/alerts/a-1', serving(anAlert({ history: [{ at: '2026-11-20T08:00:00Z', who: 'ben', what: 'note', said: 'asked the owner' }] })));
    const history = within(await panel('History'));
    expect(history.getByText('ben')).toBeTruthy();
    expect(history.getByText('asked the owner')).toBeTruthy();
  });

  it('is easier with what was decided about similar ones', async () => {
    const past = { alert: anAlert({ id: 'a-0', status: 'dismissed' }), note: 'a scanner', score: 0.8, because: ['the same actor'] };
    visit('/alerts/a-1', serving(anAlert()).answer('GET /api/v1/alerts/a-1/similar', { total: 5, verdicts: { open: 1, investigating: 0, confirmed: 0, dismissed: 4 }, items: [past] }));
    const similar = within(await panel('Similar before'));
    expect(await similar.findByText('Of 5 similar: 4 dismissed, 1 still open.')).toBeTruthy();
    expect(similar.getByText('the same actor')).toBeTruthy();
  });
});

describe('the way along the queue', () => {
  it('] goes to the next alert of the list it was opened from, u back to the queue', async () => {
    const list = { items: [anAlert(), anAlert({ id: 'a-2' })], next_cursor: null, total: 2, snoozed: 0, suppressed: 0 };
    const here = visit('/alerts/a-1?place=today', serving(anAlert()).answer('GET /api/v1/alerts', list).answer('GET /api/v1/alerts/a-2', anAlert({ id: 'a-2' })));
    expect(await screen.findByText('1 of 2')).toBeTruthy();
    await user.keyboard(']]');
    expect(here.address()).toBe('/alerts/a-2?place=today');
    await user.keyboard('u');
    expect(here.address()).toBe('/alerts');
  });
});
