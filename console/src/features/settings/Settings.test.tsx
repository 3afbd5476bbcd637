import { FakeServer } from '@/test/FakeServer';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const someone = (more: object = {}) => ({ name: 'anna', role: 'admin', signs_in_with: 'password', active: true, created: '2026-11-20T10:00:00Z', last_seen: null, sessions: 1, ...more });
const as = (role: string) => ({ required: true, user: { name: 'anna', role }, page: 'proof', provider: null });

describe('users', () => {
  it('begin with an administrator, where nobody has to sign in yet', async () => {
    const server = new FakeServer().answer('GET /api/v1/users', { items: [] }).answer('POST /api/v1/users', someone());
    visit('/settings/users', server);
    expect(await screen.findByText(/whoever reaches this server sees and changes everything/)).toBeTruthy();
    await user.type(screen.getByLabelText('Name'), 'anna');
    await user.type(screen.getByLabelText(/^Password/), 'four words far apart');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(server.requests('POST /api/v1/users')[0]?.body).toEqual({ name: 'anna', role: 'admin', password: 'four words far apart' });
  });

  it('get other roles and are closed, but nobody closes themselves', async () => {
    const server = new FakeServer()
      .answer('GET /api/v1/session', as('admin'))
      .answer('GET /api/v1/users', { items: [someone(), someone({ name: 'vera', role: 'viewer' })] })
      .answer('PATCH /api/v1/users/vera', someone({ name: 'vera' }));
    visit('/settings/users', server);
    await user.selectOptions(await screen.findByLabelText('Role of vera'), 'analyst');
    await user.click(screen.getByRole('button', { name: 'Close the account of vera' }));
    expect(server.requests('PATCH /api/v1/users/vera').map((one) => one.body)).toEqual([{ role: 'analyst' }, { active: false }]);
    expect(screen.queryByRole('button', { name: /account of anna/ })).toBeNull();
  });

  it('say why a change was refused', async () => {
    const server = new FakeServer()
      .answer('GET /api/v1/session', as('admin'))
      .answer('GET /api/v1/users', { items: [someone({ name: 'bert' })] })
      .refuse('DELETE /api/v1/users/bert', 400, 'No', 'bert is the last administrator; make somebody else one first');
    visit('/settings/users', server);
    await user.click(await screen.findByRole('button', { name: 'Remove bert' }));
    expect((await screen.findByRole('alert')).textContent).toContain('last administrator');
  });
});

describe('tokens', () => {
  it('are shown once, when they are made', async () => {
    const made = { id: 't1', name: 'gateway', role: 'ingest', author: 'anna', created: '2026-11-20T10:00:00Z', expires: null, last_used: null };
    const server = new FakeServer().answer('GET /api/v1/tokens', { items: [made] }).answer('POST /api/v1/tokens', { ...made, token: 'apian_once' });
    visit('/settings/tokens', server);
    await user.type(await screen.findByLabelText('What it is for'), 'gateway');
    await user.selectOptions(screen.getByLabelText('Ends'), 'never');
    await user.click(screen.getByRole('button', { name: 'Make' }));
    expect(within(await screen.findByRole('status')).getByText('apian_once')).toBeTruthy();
    expect(server.requests('POST /api/v1/tokens')[0]?.body).toEqual({ name: 'gateway', role: 'ingest', days: null });
  });
});

describe('what a role does not allow', () => {
  it('is not offered', async () => {
    visit('/settings', new FakeServer().answer('GET /api/v1/session', as('viewer')));
    expect(await screen.findByRole('link', { name: 'Your account' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Users' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Audit log' })).toBeNull();
  });
});

describe('how to send calls', () => {
  it('has this server’s address, and a token where one is needed', async () => {
    visit('/settings', new FakeServer().answer('GET /api/v1/session', as('analyst')));
    expect(await screen.findByText(/curl -H "Authorization: Bearer \$APIAN_TOKEN"/)).toBeTruthy();
  });
});
