import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { forbiddenImports, headlessNames } from './headless-names';

const root = resolve(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('a component that draws, a namespace, a re-export and a library of components are refused', () => {
  expect(forbiddenImports(read('tests/lint/fixtures/drawing-imports.tsx'), true)).toEqual([
    'Admin',
    'TextField',
    'everything of react-admin',
    '@mui/material',
    '@emotion/react',
    'ra-core',
    'everything of react-admin',
  ]);
});

test('the screens take nothing from react-admin but its headless half', () => {
  const files = globSync('{admin,portal,browser}/**/*.{ts,tsx}', { cwd: root });
  expect(files.length).toBeGreaterThan(120);
  expect(
    files.flatMap((file) => forbiddenImports(read(file), file.endsWith('x')).map((name) => `${file}: ${name}`)),
  ).toEqual([]);
});

test('every allowed name is one that ra-core exports: what draws cannot be allowed by mistake', () => {
  const known = new Set(Object.keys(jest.requireActual<object>('ra-core')));
  expect([...headlessNames].filter((name) => !known.has(name))).toEqual([]);
});
