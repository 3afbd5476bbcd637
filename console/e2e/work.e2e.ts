import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Server, serve } from './apian';
import { open, pageOf, settled } from './browser';

let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  server = await serve(inject('world'));
  browser = await open();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  ({ page, complaints } = await pageOf(context));
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await context.close();
});

async function at(path: string): Promise<void> {
  await page.goto(server.url + path);
  await settled(page);
}

/** What has the focus, in the words that are on it. */
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('an alert, by keyboard alone', () => {
  it('leads to its calls, to the actor, and to a verdict that stays', async () => {
    await at('/');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Alerts', level: 1 }).waitFor();
    await settled(page);
    await page.keyboard.press('j');
    const title = await focused();
    expect(title).not.toBe('');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/alerts\/al-/);
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
    const alert = new URL(page.url()).pathname;
    expect(await page.getByRole('region', { name: 'Evidence' }).innerText()).not.toBe('');

    await tabTo(/^\/calls\?|^\/actors\//);
    const link = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).getAttribute('href') ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== alert);
    await settled(page);
    expect(page.url()).toContain(link.split('?')[0] ?? 'nothing');
    await page.goBack();
    await settled(page);

    await tabTo(/^\/actors\/[^?]+$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/actors\//);
    await settled(page);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await settled(page);

    await page.keyboard.press('e');
    await page.getByRole('group', { name: 'Triage' }).getByRole('button', { name: 'Confirm', pressed: true }).waitFor();
    await page.reload();
    await settled(page);
    await page.getByRole('group', { name: 'Triage' }).getByRole('button', { name: 'Confirm', pressed: true }).waitFor();
  });

  it('is noted, with who said so', async () => {
    await at('/alerts');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/alerts\/al-/);
    await settled(page);
    await page.keyboard.press('n');
    await page.getByRole('dialog').getByLabel('Note').waitFor();
    await page.keyboard.type('asked the team, nobody knows this client');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('asked the team, nobody knows this client').first().waitFor();
  });

  /** Walks on with Tab until a link to such an address has the focus. */
  async function tabTo(address: RegExp): Promise<void> {
    for (let step = 0; step < 150; step++) {
      await page.keyboard.press('Tab');
      const href = await page.evaluate(() => (document.activeElement?.closest('main') ? (document.activeElement.getAttribute('href') ?? '') : ''));
      if (address.test(href)) return;
    }
    throw new Error(`no link to ${address} within 150 steps`);
  }
});

describe('hunting', () => {
  it('runs SQL, whose cells link on', async () => {
    await at('/hunt');
    await page.locator('.cm-content').click();
    await page.keyboard.type('SELECT actor, count(*) AS calls FROM calls WHERE actor IS NOT NULL GROUP BY actor ORDER BY calls DESC LIMIT 5');
    await page.keyboard.press('Control+Enter');
    const answer = page.getByRole('region', { name: 'Answer' });
    await answer.getByRole('table').waitFor();
    expect(page.url()).toContain('#');
    await answer.locator('a[href^="/actors/"]').first().click();
    await page.waitForURL(/\/actors\//);
  });

  it('says what is wrong with a statement', async () => {
    await at(`/hunt#${encodeURIComponent('SELECT nothing_like_it FROM calls')}`);
    await page.getByRole('alert').getByText(/nothing_like_it/).waitFor();
  });

  it('is cancelled', async () => {
    await at(`/hunt#${encodeURIComponent('SELECT count(*) FROM range(1000000000) a, range(1000000000) b')}`);
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
  });

  it('finds actors for those who do not write SQL', async () => {
    await at('/hunt/builder');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('table').first().waitFor();
    expect(await page.locator('pre, .cm-content').first().innerText()).toContain('SELECT');
  });
});

describe('a detection', () => {
  it('is back-tested over the stored history before its settings are saved', async () => {
    await at('/scenarios/many-refused');
    const settings = page.getByRole('region', { name: 'Settings' });
    const number = settings.getByLabel('Limit', { exact: true });
    const before = Number(await number.inputValue());
    await number.fill(String(before * 2));
    await settings.getByRole('button', { name: 'Back-test' }).click();
    await page.getByText(/would have raised/).first().waitFor({ timeout: 110_000 });
    await settings.getByRole('button', { name: /^Save/ }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('too loud on release days');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.reload();
    await settled(page);
    expect(Number(await page.getByRole('region', { name: 'Settings' }).getByLabel('Limit', { exact: true }).inputValue())).toBe(before * 2);
    await page.getByText('too loud on release days').first().waitFor();
  });
});
