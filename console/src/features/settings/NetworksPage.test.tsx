import { FakeServer } from '@/test/FakeServer';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Problem } from '@/shared/api/server';
import { linesOf, problemsByLine } from './networkLines';

const office = { network: '203.0.113.0/24', name: 'Office Berlin', kind: 'egress' };
const partner = { network: '2001:db8::/32', name: 'Partner', kind: 'corporate' };
const as = (role: string) => ({ required: true, user: { name: 'anna', role }, page: 'proof', provider: null });

/** A server that keeps what it is told. */
function keeping(...items: object[]): FakeServer {
  let kept: unknown[] = items;
  return new FakeServer()
    .answer('GET /api/v1/networks', () => ({ items: kept, applied: true }))
    .answer('PUT /api/v1/networks', (asked) => {
      kept = (asked.body as { items: unknown[] }).items;
      return { items: kept, applied: true };
    });
}

describe('networks', () => {
  it('are listed with what they are for', async () => {
    visit('/settings/networks', keeping(office, partner));
    const table = await screen.findByRole('table', { name: 'Networks' });
    expect(within(table).getByText('203.0.113.0/24')).toBeTruthy();
    expect(within(table).getByText(/colleagues come out of it from anywhere/)).toBeTruthy();
    expect(screen.getByText(/holds for calls that are judged from now on/)).toBeTruthy();
  });

  it('are named, and the whole list is said', async () => {
    const server = keeping(partner);
    visit('/settings/networks', server);
    await user.type(await screen.findByLabelText('Network or address'), '203.0.113.0/24');
    await user.type(screen.getByLabelText('Name'), 'Office Berlin');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Office Berlin')).toBeTruthy();
    expect(server.requests('PUT /api/v1/networks')[0]?.body).toEqual({ items: [office, partner] });
    expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('');
  });

  it('keep what somebody else named meanwhile', async () => {
    const server = keeping();
    visit('/settings/networks', server);
    await user.type(await screen.findByLabelText('Network or address'), '203.0.113.0/24');
    await user.type(screen.getByLabelText('Name'), 'Office Berlin');
    server.answer('GET /api/v1/networks', { items: [partner], applied: true });
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Partner')).toBeTruthy();
    expect(server.requests('PUT /api/v1/networks')[0]?.body).toEqual({ items: [office, partner] });
  });

  it('are removed, and come back', async () => {
    const server = keeping(office, partner);
    visit('/settings/networks', server);
    await user.click(await screen.findByRole('button', { name: 'Remove Office Berlin, 203.0.113.0/24' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Remove Office Berlin, 203.0.113.0/24' })).toBeTruthy();
    expect(server.requests('PUT /api/v1/networks').map((one) => one.body)).toEqual([{ items: [partner] }, { items: [office, partner] }]);
  });

  it('are pasted many at once', async () => {
    const server = keeping();
    visit('/settings/networks', server);
    await user.type(await screen.findByLabelText(/One network a line/), '203.0.113.0/24  egress  Office Berlin\n\n2001:db8::/32\tCorporate Partner');
    await user.click(screen.getByRole('button', { name: 'Add 2 networks' }));
    expect(await screen.findByText('Partner')).toBeTruthy();
    expect(server.requests('PUT /api/v1/networks')[0]?.body).toEqual({ items: [office, partner] });
  });

  it('say why they were refused', async () => {
    visit('/settings/networks', keeping(office).refuse('PUT /api/v1/networks', 400, 'The body is wrong', 'items[0]: 10.1 is no address'));
    await user.type(await screen.findByLabelText('Network or address'), '10.1');
    await user.type(screen.getByLabelText('Name'), 'x');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect((await screen.findByRole('alert')).textContent).toBe('10.1 is no address');
  });

  it('are only looked at by those who are no administrators', async () => {
    const server = keeping(office).answer('GET /api/v1/session', as('analyst'));
    visit('/settings/networks', server);
    expect(await screen.findByText('Office Berlin')).toBeTruthy();
    expect(screen.getByText('Administrators can change this list.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Add|Remove/ })).toBeNull();
  });

  it('cannot be named over a cluster’s lake', async () => {
    visit('/settings/networks', new FakeServer().answer('GET /api/v1/networks', { items: [], applied: false }));
    expect(await screen.findByText(/the job that fills it does not read this list/)).toBeTruthy();
    expect(screen.queryByLabelText('Network or address')).toBeNull();
  });
});

describe('pasted lines', () => {
  it('are told by their number', () => {
    const lines = linesOf('\n203.0.113.0/24 egress Office Berlin \n  \n10.1\n');
    expect(lines.map((line) => line.number)).toEqual([2, 4]);
    expect(lines[0]?.network).toEqual(office);
    expect(lines[1]?.network).toEqual({ network: '10.1', kind: '', name: '' });
    const refused = new Problem(400, 'x', 'all', { problems: ['items[1]: the kind is wrong', 'items[7]: listed before', '10.0.0.0/8 is listed twice'] });
    expect(problemsByLine(refused, lines)).toEqual(['Line 4: the kind is wrong', 'items[7]: listed before', '10.0.0.0/8 is listed twice']);
    expect(problemsByLine(new Error('no answer'), lines)).toEqual(['no answer']);
  });
});
