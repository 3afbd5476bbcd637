// Runs a script of this folder, which Node of this version cannot read by itself: node e2e/run.mjs pictures
import process from 'node:process';
import { URL, fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL(`./${process.argv[2]}.ts`, import.meta.url)));
