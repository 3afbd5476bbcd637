import { FakeServer } from '@/test/FakeServer';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const delivery = (more: object = {}) => ({
  number: 7,
  kind: 'alert',
  alert: 'al-1',
  title: 'maria is refused again and again',
  made: '2026-11-20T10:00:00Z',
  status: 'delivered',
  tries: 1,
  tried: '2026-11-20T10:00:01Z',
  answer_status: 200,
  answer: 'ok',
  next_try: null,
  ...more,
});
const webhook = (more: object = {}) => ({
  id: 'w1',
  name: 'chat',
  url: 'https://chat.example.com/hooks/1',
  format: 'slack',
  least_severity: 'high',
  which: 'today',
  on: true,
  off_because: null,
  author: 'anna',
  created: '2026-11-20T09:00:00Z',
  waiting: 0,
  last: null,
  ...more,
});
const having = (...items: object[]) => new FakeServer().answer('GET /api/v1/webhooks', { items });
const HERE = '/settings/notifications';

describe('notifications', () => {
  it('say that nobody is told, and how to change that', async () => {
    visit(HERE, having());
    expect(await screen.findByRole('heading', { name: 'Nobody is told' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('are added, and the secret is shown once with a check', async () => {
    const server = having().answer('POST /api/v1/webhooks', webhook({ format: 'apian', secret: 'apian_webhook_once' }));
    visit(HERE, server);
    await user.type(await screen.findByLabelText('What it is for'), 'chat');
    await user.type(screen.getByLabelText('Address'), 'http://10.0.0.7/hook');
    expect(screen.getByText(/whoever is on the way can read/)).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Takes'), 'apian');
    await user.selectOptions(screen.getByLabelText('Least severity'), 'medium');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    const told = within(await screen.findByRole('status'));
    expect(told.getByText('apian_webhook_once')).toBeTruthy();
    expect(told.getByText(/hmac\.compare_digest/)).toBeTruthy();
    expect(server.requests('POST /api/v1/webhooks')[0]?.body).toEqual({ name: 'chat', url: 'http://10.0.0.7/hook', format: 'apian', least_severity: 'medium', which: 'today' });
  });

  it('say why an address was refused', async () => {
    visit(HERE, having().refuse('POST /api/v1/webhooks', 400, 'The body is wrong', 'expected an address without a user'));
    await user.type(await screen.findByLabelText('What it is for'), 'chat');
    await user.type(screen.getByLabelText('Address'), 'https://a:b@example.com/');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect((await screen.findByRole('alert')).textContent).toContain('without a user');
  });

  it('show how the last message fared, and why the server turned one off', async () => {
    visit(HERE, having(webhook({ last: delivery(), waiting: 2 }), webhook({ id: 'w2', name: 'pager', on: false, off_because: 'the receiver answered 410 Gone', last: delivery({ status: 'given_up', answer_status: 410, answer: '' }) })));
    expect(await screen.findByText('delivered')).toBeTruthy();
    expect(screen.getByText('2 messages waiting')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'chat' }).getAttribute('href')).toBe('/settings/notifications?webhook=w1');
    expect(screen.getByText(/Turned off: the receiver answered 410 Gone/)).toBeTruthy();
    expect(screen.getByText('given up')).toBeTruthy();
  });

  it('are turned off, and on', async () => {
    const server = having(webhook()).answer('PATCH /api/v1/webhooks/w1', webhook({ on: false }));
    visit(HERE, server);
    await user.click(await screen.findByRole('button', { name: 'Turn off chat' }));
    expect(server.requests('PATCH /api/v1/webhooks/w1')[0]?.body).toEqual({ on: false });
  });

  it('are changed without losing what is not touched', async () => {
    const server = having(webhook()).answer('PATCH /api/v1/webhooks/w1', webhook());
    visit(HERE, server);
    await user.click(await screen.findByRole('button', { name: 'Change chat' }));
    const dialog = within(screen.getByLabelText('Change this webhook'));
    await user.selectOptions(dialog.getByLabelText('Alerts'), 'all');
    await user.click(dialog.getByText('Save'));
    expect(server.requests('PATCH /api/v1/webhooks/w1')[0]?.body).toEqual({ name: 'chat', url: 'https://chat.example.com/hooks/1', format: 'slack', least_severity: 'high', which: 'all' });
  });

  it('are tested, with the receiver’s answer, good or bad', async () => {
    const server = having(webhook()).answer('POST /api/v1/webhooks/w1/test', delivery({ kind: 'test' }));
    visit(HERE, server);
    await user.click(await screen.findByRole('button', { name: 'Test chat' }));
    expect((await screen.findByText(/chat took the test: 200: ok/)).getAttribute('role')).toBe('status');
    server.answer('POST /api/v1/webhooks/w1/test', delivery({ kind: 'test', status: 'given_up', answer_status: null, answer: 'nobody listens there' }));
    await user.click(screen.getByRole('button', { name: 'Test chat' }));
    expect((await screen.findByText(/chat did not take the test: nobody listens there/)).getAttribute('role')).toBe('alert');
  });

  it('are removed only by who means it', async () => {
    const server = having(webhook()).answer('DELETE /api/v1/webhooks/w1', { id: 'w1' });
    visit(HERE, server);
    await user.click(await screen.findByRole('button', { name: 'Remove chat' }));
    const dialog = within(screen.getByLabelText('Remove this webhook'));
    await user.click(dialog.getByText('Cancel'));
    expect(server.requests('DELETE /api/v1/webhooks/w1')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Remove chat' }));
    await user.click(within(screen.getByLabelText('Remove this webhook')).getByText('Remove'));
    expect(server.requests('DELETE /api/v1/webhooks/w1')).toHaveLength(1);
  });

  it('have the messages of each behind an address, which lead to the alerts', async () => {
    const waiting = delivery({ number: 8, title: 'ben walks through ids', alert: 'al-2', status: 'waiting', tries: 2, answer_status: 500, answer: 'no room', next_try: '2026-11-20T10:05:00Z' });
    visit(`${HERE}?webhook=w1`, having(webhook({ last: waiting })).answer('GET /api/v1/webhooks/w1/deliveries', { items: [waiting, delivery()] }));
    const table = within(await screen.findByRole('table', { name: 'Messages to chat' }));
    expect(table.getByText('500: no room')).toBeTruthy();
    expect(table.getByText('will try again')).toBeTruthy();
    expect(table.getByRole('link', { name: /ben walks/ }).getAttribute('href')).toBe('/alerts/al-2');
  });

  it('are refused to who may not see them', async () => {
    visit(HERE, new FakeServer().refuse('GET /api/v1/webhooks', 403, 'The request is not allowed', 'vera (viewer) may not do this: it needs the role admin.'));
    expect((await screen.findByRole('alert')).textContent).toContain('needs the role admin');
  });
});
