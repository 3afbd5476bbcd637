import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apian, serve } from './apian';
import { open, settled } from './browser';
import { places } from './places';

/**
 * Takes a picture of every page, light and dark, into docs/images: `npm run pictures`. The size is a laptop's.
 * APIAN_WORLD names a data directory that is there already.
 */
const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const SIZE = { width: 1280, height: 800 };

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'apian-pictures-'));
  const world = process.env['APIAN_WORLD'] ?? simulated(folder);
  const server = await serve(world);
  const browser = await open();
  try {
    const all = await places(server);
    for (const colorScheme of ['light', 'dark'] as const) {
      mkdirSync(join(FOLDER, colorScheme), { recursive: true });
      const context = await browser.newContext({ colorScheme, viewport: SIZE, timezoneId: 'UTC' });
      for (const [name, path] of Object.entries(all)) {
        const page = await context.newPage();
        await page.goto(server.url + path);
        await settled(page);
        await page.waitForTimeout(500);
        await page.screenshot({ path: join(FOLDER, colorScheme, `${name}.png`) });
        await page.close();
        process.stderr.write(`${colorScheme} ${name}\n`);
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function simulated(folder: string): string {
  apian(['simulate', '--days', '21', '--actors', '200', '--seed', '7', '--out', join(folder, 'made')]);
  apian(['analyze', join(folder, 'made', 'calls.ndjson'), '--data', join(folder, 'data')]);
  return join(folder, 'data');
}

await main();
