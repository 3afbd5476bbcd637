import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../apian', import.meta.url));
const START_MS = 240_000;

/** Runs a command to its end. */
export function apian(args: readonly string[], input = ''): string {
  const run = spawnSync(LAUNCHER, args, { encoding: 'utf8', input, maxBuffer: 64 << 20 });
  if (run.status !== 0) throw new Error(`apian ${args.join(' ')} ended with ${run.status}: ${run.stderr}`);
  return run.stdout;
}

export interface Server {
  url: string;
  data: string;
  stop: () => Promise<void>;
}

/** A server on a free port, over a copy of a data directory that is gone afterwards. */
export async function serve(world: string, options: readonly string[] = [], prepare: (data: string) => void = () => {}): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'apian-e2e-'));
  cpSync(world, data, { recursive: true });
  prepare(data);
  const port = options.includes('--listen') ? [] : ['--listen', '127.0.0.1:0'];
  const process = spawn(LAUNCHER, ['serve', '--data', data, ...port, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const url = await addressOf(process);
    await ready(url);
    return { url: url.replace(/\/$/, ''), data, stop: () => stop(process, data) };
  } catch (failure) {
    await stop(process, data);
    throw failure;
  }
}

function addressOf(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    process.stderr?.on('data', (part: Buffer) => (said += part.toString()));
    process.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    if (process.stdout) createInterface(process.stdout).on('line', (line) => line.startsWith('Apian is at ') && resolve(line.slice('Apian is at '.length)));
  });
}

async function ready(url: string): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    const health = await fetch(`${url}healthz`).catch(() => null);
    if (health?.ok) return;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error(`${url} is still not ready`);
}

async function stop(process: ChildProcess, data: string): Promise<void> {
  if (process.exitCode === null) {
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGTERM');
    await gone;
  }
  rmSync(data, { recursive: true, force: true });
}
