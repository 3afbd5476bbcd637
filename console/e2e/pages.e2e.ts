import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Server, serve } from './apian';
import { open, pageOf, settled, violations } from './browser';
import { places } from './places';

let server: Server;
let browser: Browser;
let all: Record<string, string>;

beforeAll(async () => {
  server = await serve(inject('world'));
  browser = await open();
  all = await places(server);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function each(context: BrowserContext): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, path] of Object.entries(all)) {
    const { page, complaints } = await pageOf(context);
    await page.goto(server.url + path);
    await settled(page);
    const wrong = [...complaints, ...(await violations(page))];
    if (wrong.length > 0) found[name] = wrong;
    await page.close();
  }
  return found;
}

describe('every page', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible and free of errors, ${colorScheme}`, async () => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
      expect(await each(context)).toEqual({});
      await context.close();
    }, 300_000);
  }

  it('fits a phone: nothing but tables scrolls sideways', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const wide: string[] = [];
    for (const [name, path] of Object.entries(all)) {
      const { page } = await pageOf(context);
      await page.goto(server.url + path);
      await settled(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) wide.push(`${name} is ${width} px wide`);
      await page.close();
    }
    expect(wide).toEqual([]);
    await context.close();
  }, 300_000);
});

describe('the check itself', () => {
  it('notices what is not accessible', async () => {
    const page = await browser.newPage();
    await page.setContent('<html lang="en"><title>x</title><body><main><input></main></body></html>');
    expect((await violations(page)).join()).toContain('label');
    await page.close();
  });
});
