import { type Manifest, measure } from './bundle-size';

const manifest: Manifest = {
  'index.html': {
    file: 'index.js',
    isEntry: true,
    imports: ['_react.js', '_data.js'],
    dynamicImports: ['claims.tsx'],
    css: ['index.css'],
  },
  '_react.js': { file: 'react.js', imports: ['_runtime.js'] },
  '_data.js': { file: 'data.js', imports: ['_react.js'] },
  '_runtime.js': { file: 'runtime.js' },
  '_table.js': { file: 'table.js', imports: ['_react.js'], css: ['table.css'] },
  'claims.tsx': { file: 'claims.js', isDynamicEntry: true, imports: ['_table.js', '_data.js'] },
  'inter.woff2': { file: 'assets/inter-latin-wght-normal-abc.woff2' },
  'inter-ext.woff2': { file: 'assets/inter-latin-ext-wght-normal-abc.woff2' },
};
const sizes: Readonly<Record<string, number>> = {
  'index.html': 1,
  'index.js': 10,
  'index.css': 100,
  'react.js': 1000,
  'data.js': 10_000,
  'runtime.js': 100_000,
  'assets/inter-latin-wght-normal-abc.woff2': 50_000,
  'claims.js': 3,
  'table.js': 40_000,
  'table.css': 30_000,
};
const sizeOf = (file: string): number => {
  const size = sizes[file];
  if (size === undefined) throw new Error(`nobody needs ${file} yet`);
  return size;
};

test('the first load is the page, everything that it imports once, its styles and the Latin font', () => {
  expect(measure('admin', manifest, sizeOf)[0]).toEqual({ what: 'admin: first load', bytes: 161_111, budget: 260_000 });
});

test('a lazy part costs what the first load has not brought: here more than it may', () => {
  const [, claims] = measure('portal', manifest, sizeOf);
  expect(claims).toEqual({ what: 'portal: claims.tsx', bytes: 70_003, budget: 60_000 });
});

test('a build without an entry or without its font is no build', () => {
  expect(() => measure('admin', {}, sizeOf)).toThrow('no entry');
  const { 'inter.woff2': _, ...fontless } = manifest;
  expect(() => measure('admin', fontless, sizeOf)).toThrow('Latin font');
});
