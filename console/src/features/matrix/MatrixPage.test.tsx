import { FakeServer } from '@/test/FakeServer';
import { EVE, JON, aCell, aChange } from '@/test/entities';
import { anOverview } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const WEEKS = ['2026-11-16', '2026-11-09', '2026-11-02'];
const matrix = (...items: object[]) => new FakeServer().answer('GET /api/v1/matrix', { items, next_cursor: null, weeks: WEEKS });
const changes = (...items: object[]) => matrix().answer('GET /api/v1/overview', anOverview()).answer('GET /api/v1/matrix/diff', { from: WEEKS[2], to: WEEKS[1], factor: 3, items, next_cursor: null });

describe('the matrix', () => {
  it('tells who does what to whose things; the calls are those of that week', async () => {
    visit('/matrix', matrix(aCell()));
    const row = within(await screen.findByRole('table', { name: 'Matrix' })).getAllByRole('row')[1] as HTMLElement;
    expect(row.textContent).toContain('9 – 15 Nov 2026');
    expect(within(row).getByText('other').className).toContain('tone-high');
    expect(within(row).getAllByRole('link', { name: '12' })[0]?.getAttribute('href')).toBe('/calls?actor=act-9&endpoint=ep-1&from=2026-11-09T00%3A00%3A00.000Z&to=2026-11-16T00%3A00%3A00.000Z');
    expect(document.title).toBe('Matrix · Apian');
  });

  it('asks for what the address says, and for no word that nobody knows', async () => {
    const server = matrix(aCell());
    const here = visit('/matrix?whose=other&whose=mine&week=2026-11-09&actor=act-9', server);
    await screen.findByText(EVE.name, { selector: '.chip b' });
    const asked = server.requests('GET /api/v1/matrix').find((one) => one.query.has('week'))?.query;
    expect(asked?.getAll('whose')).toEqual(['other']);
    expect(asked?.get('actor')).toBe('act-9');
    await user.click(screen.getByRole('button', { name: 'Remove the filter actor' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Week' }), '');
    expect(here.address()).toBe('/matrix?whose=other&whose=mine');
  });

  it('finds an actor by a part of its name', async () => {
    const actor = { actor: JON.id, name: JON.name, kind: 'user', first_seen: WEEKS[0], last_seen: WEEKS[0], calls: 1, risk: null, open_alerts: 0 };
    const here = visit('/matrix', matrix(aCell()).answer('GET /api/v1/actors', { items: [actor], next_cursor: null }));
    await user.type(await screen.findByRole('combobox', { name: 'Any actor' }), 'jon');
    await screen.findByText('', { selector: `option[value="${JON.name} · user · ${JON.id}"]` });
    await user.keyboard('{Enter}');
    expect(here.address()).toBe('/matrix?actor=act-2');
  });

  it('is empty before anybody named a thing, and where nobody did what is asked for', async () => {
    visit('/matrix', matrix());
    expect(await screen.findByRole('heading', { name: 'The matrix is empty' })).toBeTruthy();
    visit('/matrix?type=order', matrix());
    expect(await screen.findByRole('heading', { name: 'Nobody did this' })).toBeTruthy();
  });
});

describe('what changed in the matrix', () => {
  it('compares the last two weeks that were over; new access to what is others’ is the loudest', async () => {
    const server = changes(aChange(), aChange({ actor: JON, whose: 'own', actor_is_new: true }), aChange({ actor: JON, change: 'less', calls_before: 90, calls: 3, whose: 'own', entity_type: 'invoice' }));
    visit('/matrix/changes', server);
    const rows = within(await screen.findByRole('table', { name: 'Changes' })).getAllByRole('row') as HTMLElement[];
    expect(rows.map((row) => row.querySelector('.badge')?.className.replace('badge bare ', ''))).toEqual([undefined, 'tone-critical', 'tone-accent', 'tone-low']);
    expect(rows.map((row) => row.textContent?.includes('newcomer'))).toEqual([false, false, true, false]);
    const asked = server.requests('GET /api/v1/matrix/diff')[0]?.query;
    expect([asked?.get('from'), asked?.get('to'), asked?.get('factor')]).toEqual([WEEKS[2], WEEKS[1], '3']);
    expect(screen.queryByText(/was not over/)).toBeNull();
    expect(within(rows[3] as HTMLElement).getByRole('link', { name: '90' }).getAttribute('href')).toContain('from=2026-11-02');
  });

  it('warns of a week that is not over', async () => {
    visit('/matrix/changes?from=2026-11-09&to=2026-11-16', changes(aChange()));
    expect(await screen.findByText(/The week 16 – 22 Nov 2026 was not over/)).toBeTruthy();
  });

  it('needs two weeks, and passes on what the server says of weeks that make no sense', async () => {
    visit('/matrix/changes', new FakeServer().answer('GET /api/v1/matrix', { items: [], next_cursor: null, weeks: ['2026-11-02'] }));
    expect(await screen.findByRole('heading', { name: 'There is nothing to compare yet' })).toBeTruthy();
    visit('/matrix/changes?from=2026-11-16&to=2026-11-09', changes().refuse('GET /api/v1/matrix/diff', 400, 'A parameter is wrong', 'Put the earlier week first.'));
    expect((await screen.findByRole('alert')).textContent).toContain('Put the earlier week first.');
  });
});
