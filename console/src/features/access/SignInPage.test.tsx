import { FakeServer } from '@/test/FakeServer';
import { visit } from '@/test/visit';
import { screen } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const stranger = { required: true, user: null, page: null, provider: null };
const anna = { required: true, user: { name: 'anna', role: 'admin' }, page: 'proof', provider: null };

describe('signing in', () => {
  it('is asked of a stranger, who then comes where they wanted to go', async () => {
    const server = new FakeServer().answer('GET /api/v1/session', stranger);
    server.answer('POST /api/v1/session', () => {
      server.answer('GET /api/v1/session', anna);
      return { name: 'anna', role: 'admin', page: 'proof' };
    });
    const here = visit('/settings/account', server);
    await user.type(await screen.findByLabelText('Name'), 'anna');
    await user.type(screen.getByLabelText('Password'), 'four words far apart{Enter}');
    expect(await screen.findByText('anna', { selector: 'strong' })).toBeTruthy();
    expect(here.address()).toBe('/settings/account');
    expect(server.requests('POST /api/v1/session')[0]?.body).toEqual({ name: 'anna', password: 'four words far apart' });
  });

  it('says what was wrong and forgets the password', async () => {
    const server = new FakeServer().answer('GET /api/v1/session', stranger).refuse('POST /api/v1/session', 401, 'Wrong', 'Name or password is wrong.');
    visit('/sign-in', server);
    await user.type(await screen.findByLabelText('Name'), 'anna');
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('Name or password is wrong.');
    expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('');
  });

  it('offers the identity provider, and explains why it did not let somebody in', async () => {
    visit('/sign-in?refused=role&to=//evil.example', new FakeServer().answer('GET /api/v1/session', { ...stranger, provider: 'Staff' }));
    const link = await screen.findByRole('link', { name: 'Sign in with Staff' });
    expect(link.getAttribute('href')).toBe('/api/v1/session/provider?to=%2F');
    expect(screen.getByRole('alert').textContent).toContain('nothing says what you may do here');
  });

  it('is never asked where nobody has to', async () => {
    const here = visit('/sign-in?to=/calls', new FakeServer());
    expect(await screen.findByRole('heading', { name: 'Calls' })).toBeTruthy();
    expect(here.address()).toBe('/calls');
  });
});

describe('a session that ended meanwhile', () => {
  it('leads to the sign-in', async () => {
    const server = new FakeServer().answer('GET /api/v1/session', anna);
    server.answer('GET /api/v1/users', { items: [] });
    const here = visit('/settings/users', server);
    await screen.findByRole('heading', { name: 'Settings' });
    server.answer('GET /api/v1/session', stranger);
    server.refuse('GET /api/v1/tokens', 401, 'Sign in first', 'Sign in.');
    await user.click(screen.getByRole('link', { name: 'Tokens' }));
    expect(await screen.findByLabelText('Password')).toBeTruthy();
    expect(here.address()).toBe('/sign-in?to=%2Fsettings%2Ftokens');
  });
});
