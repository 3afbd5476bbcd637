import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { apian } from './apian';

declare module 'vitest' {
  interface ProvidedContext {
    world: string;
  }
}

/** Three simulated weeks of a shop with attacks, judged once for all tests. */
export default function setUp(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'apian-world-'));
  const ready = process.env['APIAN_WORLD'];
  if (ready === undefined) {
    apian(['simulate', '--days', '21', '--actors', '120', '--seed', '7', '--out', join(folder, 'made')]);
    apian(['analyze', join(folder, 'made', 'calls.ndjson'), '--data', join(folder, 'data')]);
  }
  project.provide('world', ready ?? join(folder, 'data'));
  return () => rmSync(folder, { recursive: true, force: true });
}
