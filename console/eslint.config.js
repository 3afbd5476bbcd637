import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import { readdirSync } from 'node:fs';
import { URL } from 'node:url';
import ts from 'typescript-eslint';

const features = readdirSync(new URL('./src/features', import.meta.url));

/** What the files below a folder must not import. Between folders, imports are written with '@/', so that this rule sees them. */
function closed(files, ...patterns) {
  return { files: [files], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const climbs = { regex: '^\\.\\./\\.\\./', message: "Write '@/...' to leave a folder." };

export default ts.config(
  { ignores: ['dist', '**/*.gen.ts'] },
  js.configs.recommended,
  ts.configs.strict,
  hooks.configs.flat.recommended,
  closed('src/shared/**', { regex: '^(@|\\.\\.|\\.\\./\\.\\.)/(app|features)(/|$)', message: 'shared knows neither app nor features.' }),
  ...features.map((feature) =>
    closed(
      `src/features/${feature}/**`,
      climbs,
      { regex: '^@/app(/|$)', message: 'A feature does not know the app.' },
      { regex: `^@/features/(?!${feature}/)`, message: 'Features never import each other: move what both need to shared, or compose them in app.' },
      { regex: `^\\.\\./(${features.filter((other) => other !== feature).join('|')})(/|$)`, message: 'Features never import each other.' },
    ),
  ),
);
