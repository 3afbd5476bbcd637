import { defineConfig } from 'vitest/config';

/** In front of a real server, with a real browser: `npm run e2e`. One file after the other, since they share two cores. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: './e2e/world.ts',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
