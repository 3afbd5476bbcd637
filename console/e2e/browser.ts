import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function open(): Promise<Browser> {
  const named = process.env['CHROMIUM'];
  for (const program of named ? [named] : PROGRAMS) {
    const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] }).catch((failure: Error) => failure);
    if (!(browser instanceof Error)) return browser;
    if (!browser.message.includes('ENOENT') && !browser.message.includes("doesn't exist")) throw browser;
  }
  throw new Error('no Chromium is installed, for example: apt-get install chromium');
}

/** A page that fails the test if its scripts do, or if the console breaks its own content security policy. */
export async function pageOf(context: BrowserContext): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  return { page, complaints };
}

/** What axe finds, a line each; nothing if the page is accessible. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's policy does not concern.
  await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const axe = (globalThis as unknown as { axe: { run: (root: Document, how: object) => Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }> } }).axe;
    const found = await axe.run(document, { runOnly: rules });
    return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id} ${node.target.join(' ')} ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`));
  }, RULES);
}

const STILL_MS = 400;

/** There is a heading, and nothing has been loading for a moment. (An open stream of events never ends, so the network is no sign.) */
export async function settled(page: Page): Promise<void> {
  for (let still = 0; still < 2; ) {
    await page.waitForFunction(() => document.querySelector('h1, .state') !== null && document.querySelector('[aria-label="Loading"]') === null);
    await page.waitForTimeout(STILL_MS);
    still = (await page.locator('[aria-label="Loading"]').count()) === 0 ? still + 1 : 0;
  }
}
