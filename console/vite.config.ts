import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env['APIAN_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': here('./src') } },
  // The browsers that know light-dark(), on which the tokens rest.
  build: { target: ['chrome125', 'firefox128', 'safari17.5'] },
  server: { proxy: { '/api': server, '/v1': server, '/healthz': server } },
  test: {
    environment: 'jsdom',
    testTimeout: 20_000,
    // Wherever the tests run; those of zones set their own.
    env: { TZ: 'UTC' },
    setupFiles: ['./src/test/setup.ts'],
    // jsdom has no canvas to draw on.
    alias: [
      { find: /^uplot$/, replacement: here('./src/test/FakePlot.ts') },
      // Nor does it lay out lines of text, which the editor measures.
      { find: /^\.\/SqlEditor$/, replacement: here('./src/test/FakeEditor.tsx') },
    ],
  },
});
