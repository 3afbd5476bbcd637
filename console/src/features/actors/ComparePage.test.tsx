import { FakeServer } from '@/test/FakeServer';
import { anActor } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const maria = anActor({ actor: 'a-1', name: 'maria', peers: { group: 'clerk', by: 'roles', count: 2, items: [{ id: 'a-2', name: 'bob', kind: 'user', calls: 5 }, { id: 'a-3', name: 'eve', kind: 'user', calls: 4 }], unusual: [] } });
const bob = anActor({ actor: 'a-2', name: 'bob', roles: 'clerk', countries: [{ value: 'DE', calls: 4, first_seen: '2026-11-01T08:00:00Z', last_seen: '2026-11-20T03:02:00Z' }] });
const server = () => new FakeServer().answer('GET /api/v1/actors/a-1', maria).answer('GET /api/v1/actors/a-2', bob);

describe('side by side', () => {
  it('shows an actor a column, and what only one of them has', async () => {
    visit('/actors/compare?actor=a-1&actor=a-2', server());
    const table = await screen.findByRole('table', { name: 'Actors side by side' });
    await within(table).findByRole('columnheader', { name: /bob/ });
    const germany = within(table).getByRole('row', { name: /Germany/ });
    expect(within(germany).getByText('only here')).toBeTruthy();
    expect(within(germany).getByRole('link', { name: '4' }).getAttribute('href')).toBe('/calls?actor=a-2&country=DE');
  });

  it('is added to from the peers, and taken away from again', async () => {
    const here = visit('/actors/compare?actor=a-1', server());
    await user.click(await screen.findByRole('button', { name: '+ bob' }));
    expect(here.address()).toBe('/actors/compare?actor=a-1&actor=a-2');
    await user.click(await screen.findByRole('button', { name: 'Take maria away' }));
    expect(here.address()).toBe('/actors/compare?actor=a-2');
  });

  it('finds anybody by name', async () => {
    const here = visit('/actors/compare', server().answer('GET /api/v1/actors', { items: [bob], next_cursor: null }));
    await user.type(await screen.findByRole('textbox', { name: 'Add an actor' }), 'bo');
    await user.click(await screen.findByRole('button', { name: /\+ bob/ }));
    expect(here.address()).toBe('/actors/compare?actor=a-2');
  });

  it('says of an actor that is not there, and shows the others', async () => {
    visit('/actors/compare?actor=a-1&actor=a-9', server().refuse('GET /api/v1/actors/a-9', 404, 'No such actor', 'There is no actor with the id a-9'));
    expect(await screen.findByText(/no actor with the id a-9/)).toBeTruthy();
    expect(await screen.findByRole('columnheader', { name: /maria/ })).toBeTruthy();
  });
});
