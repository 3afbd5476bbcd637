import { FakeServer } from '@/test/FakeServer';
import { aSummary, anOverview } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, waitFor, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const LIST = 'GET /api/v1/alerts';
const answer = (...items: ReturnType<typeof aSummary>[]) => ({ items, next_cursor: null, total: items.length });

describe('the list of alerts', () => {
  it('shows each alert with its risk, its actor and how long it lasted, and leads to it', async () => {
    visit('/', new FakeServer().answer(LIST, answer(aSummary())));
    const row = within(await screen.findByRole('table', { name: 'Alerts' })).getAllByRole('row')[1] as HTMLElement;
    expect(within(row).getByText('Critical')).toBeTruthy();
    expect(within(row).getByText('0.97')).toBeTruthy();
    expect(within(row).getByText(/lasted 51 min/)).toBeTruthy();
    expect(within(row).getByRole('link', { name: /412 orders/ }).getAttribute('href')).toBe('/alerts/a-1');
    expect(within(row).getByRole('link', { name: 'maria@shop.example' }).getAttribute('href')).toBe('/actors/act-1');
  });

  it('marks an alert whose minute is not over, and no other', async () => {
    visit('/', new FakeServer().answer(LIST, answer(aSummary({ id: 'a-2', preliminary: true }), aSummary())));
    const rows = within(await screen.findByRole('table', { name: 'Alerts' })).getAllByRole('row');
    expect(within(rows[1] as HTMLElement).getByText('preliminary').title).toMatch(/minute/);
    expect(within(rows[2] as HTMLElement).queryByText('preliminary')).toBeNull();
  });

  it('asks the server for what the address says, and ignores words that mean nothing', async () => {
    const server = new FakeServer().answer(LIST, answer(aSummary()));
    visit('/?status=open&status=nonsense&severity=high&scenario=id-walk&sort=sideways', server);
    await screen.findByRole('table', { name: 'Alerts' });
    const query = server.requests(LIST)[0]?.query;
    expect(query?.getAll('status')).toEqual(['open']);
    expect(query?.getAll('severity')).toEqual(['high']);
    expect(query?.get('scenario')).toBe('id-walk');
    expect(query?.get('sort')).toBe('risk');
  });

  it('keeps filters in the address', async () => {
    const here = visit('/', new FakeServer().answer(LIST, answer(aSummary())));
    await user.click(await screen.findByRole('button', { name: 'High' }));
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(here.address()).toBe('/?severity=high&status=open');
    await user.click(screen.getByRole('button', { name: 'High' }));
    expect(here.address()).toBe('/?status=open');
  });

  it('gets the next page by itself where the end of this one is near', async () => {
    const server = new FakeServer().answer(LIST, ({ query }) =>
      query.get('cursor') === 'two' ? answer(aSummary({ id: 'a-2', title: 'second' })) : { ...answer(aSummary()), next_cursor: 'two', total: 2 },
    );
    visit('/', server);
    expect(await screen.findByText('second')).toBeTruthy();
    expect(screen.getByText('that is all')).toBeTruthy();
  });

  it('without calls says how to get some', async () => {
    visit('/', new FakeServer().answer(LIST, answer()));
    expect(await screen.findByRole('heading', { name: 'No calls yet' })).toBeTruthy();
    expect(screen.getByText('POST /v1/calls')).toBeTruthy();
  });

  it('without alerts says in how many calls', async () => {
    visit('/', new FakeServer().answer(LIST, answer()).answer('GET /api/v1/overview', anOverview({ calls: 5120 })));
    expect(await screen.findByRole('heading', { name: 'Nothing to look at' })).toBeTruthy();
    expect(await screen.findByText(/in 5,120 calls/)).toBeTruthy();
  });

  it('without a match offers to drop the filters', async () => {
    const here = visit('/?severity=low', new FakeServer().answer(LIST, answer()));
    await user.click(await screen.findByRole('button', { name: 'Show all alerts' }));
    expect(here.address()).toBe('/');
  });

  it("tells the server's own words when refused, and tries again when told", async () => {
    const server = new FakeServer().refuse(LIST, 400, 'Bad parameter', 'from=yesterday is no RFC 3339 time');
    visit('/?from=yesterday', server);
    expect(await screen.findByText('from=yesterday is no RFC 3339 time')).toBeTruthy();
    server.answer(LIST, answer(aSummary()));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table', { name: 'Alerts' })).toBeTruthy();
  });

  it('says so when nobody answers', async () => {
    visit('/', new FakeServer().vanish(LIST).vanish('GET /api/v1/overview'));
    await waitFor(() => expect(screen.getAllByText('The server does not answer')).toHaveLength(2));
  });
});
