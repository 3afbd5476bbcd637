import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Server, apian, serve } from './apian';
import { open, settled, violations } from './browser';

const PASSWORD = 'four words far apart';
let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = await serve(inject('world'), [], (data) => {
    apian(['users', 'add', 'anna', '--role', 'admin', '--data', data], PASSWORD);
    apian(['users', 'add', 'vera', '--role', 'viewer', '--data', data], PASSWORD);
  });
  browser = await open();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function signedIn(name: string, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.url + path);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await settled(page);
  return page;
}

describe('signing in with a password', () => {
  it('is asked before anything is shown, and leads to where one wanted to go', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.url}/actors?sort=risk`);
    await page.getByLabel('Password').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Name').fill('anna');
    await page.getByLabel('Password').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Actors' }).waitFor();
    expect(page.url()).toBe(`${server.url}/actors?sort=risk`);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.context().close();
  });

  it('ends with signing out, in all tabs', async () => {
    const page = await signedIn('anna', '/');
    const other = await page.context().newPage();
    await other.goto(`${server.url}/actors`);
    await settled(other);
    await page.getByRole('button', { name: 'Sign out anna' }).click();
    await page.getByLabel('Password').waitFor();
    await other.reload();
    await other.getByLabel('Password').waitFor();
    await page.context().close();
  });
});

describe('roles', () => {
  it('a viewer sees but cannot change, whatever the page offers', async () => {
    const page = await signedIn('vera', '/settings');
    expect(await page.getByRole('link', { name: 'Users' }).count()).toBe(0);
    const status = await page.evaluate(async () => {
      const session = (await (await fetch('/api/v1/session')).json()) as { page: string };
      const alerts = (await (await fetch('/api/v1/alerts?limit=1')).json()) as { items: { id: string }[] };
      const changed = await fetch(`/api/v1/alerts/${alerts.items[0]?.id}`, { method: 'PATCH', headers: { 'Content-Type': 'application/json', 'apian-page': session.page }, body: '{"status":"confirmed"}' });
      return changed.status;
    });
    expect(status).toBe(403);
    await page.context().close();
  });

  it('an ingest token sends calls and reads nothing', async () => {
    const page = await signedIn('anna', '/settings/tokens');
    await page.getByLabel('What it is for').fill('gateway');
    await page.getByRole('button', { name: 'Make' }).click();
    const token = await page.getByRole('status').locator('.secret').innerText();
    const headers = { Authorization: `Bearer ${token}` };
    expect((await fetch(`${server.url}/v1/calls`, { method: 'POST', headers, body: '' })).status).toBe(200);
    expect((await fetch(`${server.url}/api/v1/alerts`, { headers })).status).toBe(403);
    expect((await fetch(`${server.url}/api/v1/alerts`)).status).toBe(401);
    await page.goto(`${server.url}/settings/audit`);
    await page.getByText('POST /tokens').first().waitFor();
    await page.context().close();
  });
});
