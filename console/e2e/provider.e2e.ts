import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Server, serve } from './apian';
import { open, settled } from './browser';
import { type Provider, freePort, provider } from './provider';

const folder = mkdtempSync(join(tmpdir(), 'apian-secret-'));
let staff: Provider;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'between us');
  staff = await provider();
  const listen = `127.0.0.1:${await freePort()}`;
  server = await serve(inject('world'), ['--listen', listen, '--public-url', `http://${listen}/`, '--oidc-name', 'Staff', '--oidc-issuer', staff.issuer, '--oidc-secret', secret, '--oidc-role', 'soc=analyst']);
  browser = await open();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  staff?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Fills in the provider's own page. */
async function vouch(page: Page, name: string, claims: object): Promise<void> {
  await page.waitForURL((url) => url.href.startsWith(staff.issuer));
  await page.locator('[name=username]').fill(name);
  await page.locator('[name=claims]').fill(JSON.stringify(claims));
  await page.locator('[type=submit]').click();
}

describe('signing in with an identity provider', () => {
  it('goes there and comes back to where one wanted to go, with the role of the group', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.url}/actors?sort=risk`);
    await page.getByRole('link', { name: 'Sign in with Staff' }).click();
    await vouch(page, 's-1', { preferred_username: 'olga', groups: ['soc'] });
    await page.getByRole('heading', { name: 'Actors' }).waitFor();
    expect(page.url()).toBe(`${server.url}/actors?sort=risk`);
    await settled(page);
    expect(await page.getByRole('button', { name: 'Sign out olga' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Sign out olga' }).getAttribute('title')).toContain('analyst');
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.context().close();
  });

  it('leaves those outside who have no role here, and says why', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.url}/`);
    await page.getByRole('link', { name: 'Sign in with Staff' }).click();
    await vouch(page, 's-2', { preferred_username: 'otto', groups: ['sales'] });
    await page.getByRole('alert').waitFor();
    expect(new URL(page.url()).origin).toBe(server.url);
    expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
    await page.context().close();
  });
});
