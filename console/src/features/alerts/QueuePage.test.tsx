import { FakeServer } from '@/test/FakeServer';
import { aHome, aSummary, anAlert, anOverview } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, waitFor, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const LIST = 'GET /api/v1/alerts';
const answer = (...items: ReturnType<typeof aSummary>[]) => ({ items, next_cursor: null, total: items.length, snoozed: 0, suppressed: 0 });

describe('the list of alerts', () => {
  it('shows each alert with its risk, its actor and how long it lasted, and leads to it', async () => {
    visit('/alerts', new FakeServer().answer(LIST, answer(aSummary())));
    const row = within(await screen.findByRole('table', { name: /Today|Alerts/ })).getAllByRole('row')[1] as HTMLElement;
    expect(within(row).getByText('Critical')).toBeTruthy();
    expect(within(row).getByText('0.97')).toBeTruthy();
    expect(within(row).getByText(/lasted 51 min/)).toBeTruthy();
    expect(within(row).getByRole('link', { name: /412 orders/ }).getAttribute('href')).toBe('/alerts/a-1?place=today');
    expect(within(row).getByRole('link', { name: 'maria@shop.example' }).getAttribute('href')).toBe('/actors/act-1');
  });

  it('marks an alert whose minute is not over, and no other', async () => {
    visit('/alerts', new FakeServer().answer(LIST, answer(aSummary({ id: 'a-2', preliminary: true }), aSummary())));
    const rows = within(await screen.findByRole('table', { name: /Today|Alerts/ })).getAllByRole('row');
    expect(within(rows[1] as HTMLElement).getByText('preliminary').title).toMatch(/minute/);
    expect(within(rows[2] as HTMLElement).queryByText('preliminary')).toBeNull();
  });

  it('asks the server for what the address says, and ignores words that mean nothing', async () => {
    const server = new FakeServer().answer(LIST, answer(aSummary()));
    visit('/alerts?status=open&status=nonsense&severity=high&scenario=id-walk&sort=sideways', server);
    await screen.findByRole('table', { name: /Today|Alerts/ });
    const query = server.requests(LIST)[0]?.query;
    expect(query?.getAll('status')).toEqual(['open']);
    expect(query?.getAll('severity')).toEqual(['high']);
    expect(query?.get('scenario')).toBe('id-walk');
    expect(query?.get('sort')).toBe('risk');
  });

  it('keeps filters in the address', async () => {
    const here = visit('/alerts', new FakeServer().answer(LIST, answer(aSummary())));
    await user.click(await screen.findByRole('button', { name: 'High' }));
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(here.address()).toBe('/alerts?severity=high&status=open');
    await user.click(screen.getByRole('button', { name: 'High' }));
    expect(here.address()).toBe('/alerts?status=open');
  });

  it('gets the next page by itself where the end of this one is near', async () => {
    const server = new FakeServer().answer(LIST, ({ query }) =>
      query.get('cursor') === 'two' ? answer(aSummary({ id: 'a-2', title: 'second' })) : { ...answer(aSummary()), next_cursor: 'two', total: 2 },
    );
    visit('/alerts', server);
    expect(await screen.findByText('second')).toBeTruthy();
    expect(screen.getByText('that is all')).toBeTruthy();
  });

  it('without calls says how to get some', async () => {
    visit('/alerts', new FakeServer().answer(LIST, answer()));
    expect(await screen.findByRole('heading', { name: 'No calls yet' })).toBeTruthy();
    expect(screen.getByText('POST /v1/calls')).toBeTruthy();
  });

  it('without alerts says in how many calls', async () => {
    visit('/alerts', new FakeServer().answer(LIST, answer()).answer('GET /api/v1/overview', anOverview({ calls: 5120 })));
    expect(await screen.findByRole('heading', { name: 'Nothing left for today' })).toBeTruthy();
    expect(await screen.findByText(/in 5,120 calls/)).toBeTruthy();
  });

  it('without a match offers to drop the filters', async () => {
    const here = visit('/alerts?severity=low', new FakeServer().answer(LIST, answer()));
    await user.click(await screen.findByRole('link', { name: 'Show what is pending' }));
    expect(here.address()).toBe('/alerts');
  });

  it("tells the server's own words when refused, and tries again when told", async () => {
    const server = new FakeServer().refuse(LIST, 400, 'Bad parameter', 'from=yesterday is no RFC 3339 time');
    visit('/alerts?from=yesterday', server);
    expect(await screen.findByText('from=yesterday is no RFC 3339 time')).toBeTruthy();
    server.answer(LIST, answer(aSummary()));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table', { name: /Today|Alerts/ })).toBeTruthy();
  });

  it('says so when nobody answers', async () => {
    visit('/alerts', new FakeServer().vanish(LIST).vanish('GET /api/v1/overview'));
    expect(await screen.findByText('The server does not answer')).toBeTruthy();
  });
});

describe('triage by keyboard', () => {
  const two = () =>
    new FakeServer()
      .answer(LIST, answer(aSummary(), aSummary({ id: 'a-2', title: 'second' })))
      .answer('GET /api/v1/alerts/a-1', anAlert())
      .answer('PATCH /api/v1/alerts/a-1', ({ body }) => anAlert(body as object))
      .answer('PATCH /api/v1/alerts', { items: [] });

  it('dismisses the row that has the focus, goes on to the next, and takes it back', async () => {
    const server = two();
    visit('/alerts', server);
    await screen.findByText('second');
    await user.keyboard('jx');
    expect(document.activeElement?.textContent).toBe('second');
    await waitFor(() => expect(server.requests('PATCH /api/v1/alerts/a-1')[0]?.body).toEqual({ status: 'dismissed' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.requests('PATCH /api/v1/alerts/a-1')[1]?.body).toEqual({ status: 'open' }));
  });

  it('decides about all that are selected at once', async () => {
    const server = two();
    visit('/alerts', server);
    await screen.findByText('second');
    await user.keyboard('j j ');
    expect(await screen.findByText('2 alerts selected')).toBeTruthy();
    await user.keyboard('i');
    await waitFor(() => expect(server.requests('PATCH /api/v1/alerts')[0]?.body).toEqual({ alerts: ['a-1', 'a-2'], status: 'investigating' }));
  });

  it('does nothing where no row is meant, and nothing on the way to another place', async () => {
    const server = two();
    const here = visit('/alerts', server);
    await screen.findByText('second');
    await user.keyboard('x');
    await user.keyboard('jge');
    expect(here.address()).toBe('/endpoints');
    expect(server.asked.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  it('says what was not saved, and shows it as it was', async () => {
    visit('/alerts', two().refuse('PATCH /api/v1/alerts/a-1', 403, 'Forbidden', 'a viewer may not do this'));
    await screen.findByText('second');
    await user.keyboard('jx');
    expect(await screen.findByText('Not saved: a viewer may not do this')).toBeTruthy();
    expect(screen.queryByText('Dismissed', { selector: '.badge' })).toBeNull();
  });

  it('suppresses with a scope, a reason and an end, after telling what that would hide', async () => {
    const server = two()
      .answer('GET /api/v1/suppressions/preview', { days: 30, alerts: 7, confirmed: 2, items: [] })
      .answer('POST /api/v1/suppressions', { id: 's-1', alerts: 7 });
    visit('/alerts', server);
    await screen.findByText('second');
    await user.keyboard('js');
    expect(await screen.findByText(/2 of which were confirmed/)).toBeTruthy();
    await user.type(screen.getByLabelText(/Why nobody/), 'our scanner');
    await user.click(screen.getByText('Suppress', { selector: '.main' }));
    await waitFor(() => expect(server.requests('POST /api/v1/suppressions')[0]?.body).toMatchObject({ scope: { scenarios: ['id-walk'], actors: ['act-1'] }, reason: 'our scanner' }));
  });
});

describe('the line of a day', () => {
  it('folds what is below it, with its count', async () => {
    const server = new FakeServer().answer(LIST, ({ query }) => (query.get('place') === 'below' ? answer(aSummary({ id: 'a-3', title: 'third' })) : answer(aSummary()))).answer('GET /api/v1/home', aHome({ today: [aSummary()], below: 7, done: 2 }));
    visit('/alerts', server);
    expect(await screen.findByText(/2 done of today's 3/)).toBeTruthy();
    expect(screen.queryByText('third')).toBeNull();
    await user.click(screen.getByRole('button', { name: /7 alerts of these 24 hours below the line/ }));
    expect(await screen.findByText('third')).toBeTruthy();
  });

  it('counts what is snoozed and suppressed, and leads to it', async () => {
    visit('/alerts', new FakeServer().answer(LIST, { ...answer(aSummary()), snoozed: 1, suppressed: 12 }));
    expect((await screen.findByRole('link', { name: '12 suppressed' })).getAttribute('href')).toBe('/alerts?place=today&show=suppressed');
  });

  it('shows a campaign as one row that opens', async () => {
    const campaign = { id: 'a-1', alerts: 9, actors: 8, reason: 'many-refused at about the same time' };
    visit('/alerts', new FakeServer().answer(LIST, answer(aSummary({ campaign }))));
    expect((await screen.findByRole('link', { name: '9 alerts of 8 actors' })).getAttribute('href')).toBe('/alerts?campaign=a-1');
  });
});
