import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { apian, serve } from './apian';
import { open } from './browser';

/**
 * How heavy the console is and how long it takes to the first alert on the screen: `npm run figures`, after a build.
 * Times are of this machine, cold cache of the browser, warm server; the median of nine.
 */
const ASSETS = fileURLToPath(new URL('../dist/assets/', import.meta.url));
const RUNS = 9;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

function sizes(): { file: string; gzip: number }[] {
  return readdirSync(ASSETS)
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => ({ file, gzip: gzipSync(readFileSync(join(ASSETS, file))).length }));
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'apian-figures-'));
  const world = process.env['APIAN_WORLD'] ?? join(folder, 'data');
  if (process.env['APIAN_WORLD'] === undefined) {
    apian(['simulate', '--days', '21', '--actors', '120', '--seed', '7', '--out', join(folder, 'made')]);
    apian(['analyze', join(folder, 'made', 'calls.ndjson'), '--data', world]);
  }
  const server = await serve(world);
  const browser = await open();
  try {
    const shown: number[] = [];
    const turned: number[] = [];
    let script = 0;
    for (let run = 0; run <= RUNS; run++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      const loaded: Promise<number>[] = [];
      page.on('response', (response) => response.url().endsWith('.js') && loaded.push(response.body().then((body) => gzipSync(body).length)));
      const begin = performance.now();
      await page.goto(`${server.url}/alerts`, { waitUntil: 'commit' });
      await page.locator('main [data-row]').first().waitFor();
      const first = performance.now() - begin;
      const turn = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const start = performance.now();
            new MutationObserver((_, observer) => {
              if (document.querySelector('h1')?.textContent !== 'Detections') return;
              observer.disconnect();
              requestAnimationFrame(() => resolve(performance.now() - start));
            }).observe(document.body, { childList: true, subtree: true, characterData: true });
            document.querySelector<HTMLElement>('nav a[href="/scenarios"]')?.click();
          }),
      );
      if (run > 0) {
        shown.push(first);
        turned.push(turn);
        script = (await Promise.all(loaded)).reduce((sum, size) => sum + size, 0);
      }
      await context.close();
    }
    const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
    process.stdout.write('| what | figure |\n|---|---|\n');
    process.stdout.write(`| script of the first load, gzip | ${kb(script)} |\n`);
    for (const { file, gzip } of sizes()) if (gzip > 2000) process.stdout.write(`| ${file.replace(/-[\w-]{8}\./, '.')}, gzip | ${kb(gzip)} |\n`);
    process.stdout.write(`| from the address to the first alert on screen | ${median(shown).toFixed(0)} ms |\n`);
    process.stdout.write(`| from a click in the navigation to the next view's heading | ${median(turned).toFixed(0)} ms |\n`);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
