import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Server, serve } from './apian';
import { open, pageOf, settled, violations } from './browser';
import { places } from './places';

const LAPTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

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

describe('every page', () => {
  it('is accessible and free of errors, light and dark, and fits a phone', async () => {
    const context = await browser.newContext({ colorScheme: 'light', viewport: LAPTOP });
    const found: Record<string, string[]> = {};
    for (const [name, path] of Object.entries(all)) {
      const { page, complaints } = await pageOf(context);
      await page.goto(server.url + path);
      await settled(page);
      const wrong = await violations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      wrong.push(...(await violations(page)).map((one) => `dark: ${one}`));
      await page.setViewportSize(PHONE);
      await page.waitForTimeout(200);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      // Tables and charts scroll sideways by themselves, the page does not.
      if (width > PHONE.width) wrong.push(`is ${width} px wide on a phone`);
      wrong.push(...complaints);
      if (wrong.length > 0) found[name] = wrong;
      await page.close();
    }
    expect(found).toEqual({});
    await context.close();
  }, 400_000);
});

describe('the check itself', () => {
  it('notices what is not accessible', async () => {
    const page = await browser.newPage();
    await page.setContent('<html lang="en"><title>x</title><body><main><input></main></body></html>');
    expect((await violations(page)).join()).toContain('label');
    await page.close();
  });
});
