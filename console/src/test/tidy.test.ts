// @vitest-environment node
import { ESLint } from 'eslint';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SOURCE_LINES_MAX = 200;
const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(tsx?|css)$/.test(file) && !file.endsWith('.gen.ts'));
const text = (file: string) => readFileSync(`src/${file}`, 'utf8');
const product = files.filter((file) => !/^test\/|\.test\./.test(file));
const guilty = (found: (file: string) => boolean) => product.filter(found);

describe('the source', () => {
  it('names colours in the tokens only', () => {
    const raw = /#[0-9a-f]{3,8}\b(?=[;,\s)'"])|\b(rgb|rgba|hsl|oklch)\(/i;
    expect(guilty((file) => file !== 'shared/style/tokens.css' && raw.test(text(file)))).toEqual([]);
    expect(raw.test(text('shared/style/tokens.css'))).toBe(true);
  });

  it('uses tokens that exist', () => {
    const known = new Set([...text('shared/style/tokens.css').matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name));
    const used = product.flatMap((file) => [...text(file).matchAll(/var\((--[\w-]+)\)|'(--[\w-]+)'/g)].map(([, one, two]) => one ?? two));
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  it('knows no other host but the one that a licence wants named', () => {
    const own = (file: string) => text(file).replace('href="https://db-ip.com"', '');
    expect(guilty((file) => /https?:\/\/|\/\/[\w-]+\.\w+\//.test(own(file)))).toEqual([]);
  });

  it('stays small', () => {
    expect(guilty((file) => text(file).split('\n').length > SOURCE_LINES_MAX)).toEqual([]);
  });
});

describe('the import rule', () => {
  const complaints = async (file: string, code: string) => (await new ESLint().lintText(code, { filePath: `src/${file}` }))[0]?.messages.map((message) => message.ruleId) ?? [];

  it('keeps features apart, whichever way the path is written', async () => {
    for (const path of ['@/features/actors/listActors', '../actors/listActors', '../../features/actors/listActors', '@/app/routes']) {
      expect(await complaints('features/alerts/X.tsx', `export * from '${path}';`)).toEqual(['no-restricted-imports']);
    }
  }, 30_000);

  it('keeps shared below both', async () => {
    for (const path of ['@/features/actors/listActors', '../../features/actors/listActors', '@/app/routes']) {
      expect(await complaints('shared/ui/X.tsx', `export * from '${path}';`)).toEqual(['no-restricted-imports']);
    }
  }, 30_000);

  it('lets a feature use itself and shared, and the app use features', async () => {
    expect(await complaints('features/alerts/X.tsx', "export * from './getAlert'; export * from '@/shared/api/server';")).toEqual([]);
    expect(await complaints('app/X.tsx', "export * from '@/features/actors/ActorsPage';")).toEqual([]);
  }, 30_000);
});
