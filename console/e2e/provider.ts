import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Written by the build of the server's tests, which use the same provider. */
const CLASSPATH = fileURLToPath(new URL('../../server/target/test.classpath', import.meta.url));
const MAIN = 'no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt';
const JDKS = '/usr/lib/jvm';
const START_MS = 60_000;

export interface Provider {
  issuer: string;
  stop: () => void;
}

/** An identity provider that speaks OpenID Connect and asks for a name with a page of its own. */
export async function provider(): Promise<Provider> {
  if (!existsSync(CLASSPATH)) throw new Error(`${CLASSPATH} is missing; run ./apian test, or mvn -pl server -am test-compile`);
  const port = await freePort();
  const process_ = spawn(java(), ['-cp', readFileSync(CLASSPATH, 'utf8').trim(), MAIN], {
    env: { ...process.env, SERVER_HOSTNAME: '127.0.0.1', SERVER_PORT: String(port) },
    stdio: 'ignore',
  });
  const issuer = `http://127.0.0.1:${port}/staff`;
  const stop = () => void process_.kill('SIGTERM');
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    const known = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => null);
    if (known?.ok) return { issuer, stop };
    if (process_.exitCode !== null) throw new Error(`the provider ended with ${process_.exitCode}`);
    await new Promise((later) => setTimeout(later, 200));
  }
  stop();
  throw new Error(`${issuer} does not answer`);
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** The default java of a machine is often too old: ./apian test sets JAVA_HOME, else the newest JDK is taken. */
function java(): string {
  const set = process.env['JAVA_HOME'];
  if (set !== undefined) return join(set, 'bin/java');
  const found = existsSync(JDKS) ? readdirSync(JDKS).map((name) => ({ bin: join(JDKS, name, 'bin/java'), version: Number(/\d+/.exec(name)?.[0] ?? 0) })) : [];
  return found.filter(({ bin }) => existsSync(bin)).sort((one, other) => other.version - one.version)[0]?.bin ?? 'java';
}
