import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Gates, in bytes of gzip -9 (1 kB = 1000 bytes): what a person downloads before the first page, and for each further one. */
export const budgets = { admin: 260_000, portal: 150_000, route: 60_000 } as const;

/** What is used of Vite's manifest. */
export interface ManifestEntry {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}
export type Manifest = Readonly<Record<string, ManifestEntry>>;

export interface SizeLine {
  readonly what: string;
  readonly bytes: number;
  readonly budget: number;
}

/** The first load of a program: its entry with all that it imports, their style sheets, and the Latin font; then each lazy part less that. */
export function measure(
  program: 'admin' | 'portal',
  manifest: Manifest,
  sizeOf: (file: string) => number,
): readonly SizeLine[] {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  if (entry === undefined) throw new Error(`${program}: the manifest has no entry`);
  const first = filesOf(manifest, entry);
  const fonts = Object.values(manifest)
    .flatMap(({ file, assets = [] }) => assets.concat(file))
    .filter(isLatinFont);
  if (fonts.length === 0) throw new Error(`${program}: the Latin font is not in the manifest`);
  const total = (files: ReadonlySet<string>) => [...files].reduce((sum, file) => sum + sizeOf(file), 0);
  const lazy = Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry);
  return [
    {
      what: `${program}: first load`,
      bytes: total(first.union(new Set(['index.html', ...fonts]))),
      budget: budgets[program],
    },
    ...lazy.map((key) => ({
      what: `${program}: ${key}`,
      bytes: total(filesOf(manifest, key).difference(first)),
      budget: budgets.route,
    })),
  ];
}

/** Scripts and style sheets that a part needs before it runs: itself and its static imports, all the way down. */
function filesOf(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const entry = manifest[key];
  if (!entry || seen.has(key)) return new Set();
  seen.add(key);
  const own = new Set([entry.file, ...(entry.css ?? [])]);
  return (entry.imports ?? []).reduce((files, imported) => files.union(filesOf(manifest, imported, seen)), own);
}

const isLatinFont = (file: string): boolean => /inter-latin-wght-normal.*\.woff2$/.test(file);

/** Prints a table of what was built and answers whether all of it is within budget. */
function check(): boolean {
  const lines = (['admin', 'portal'] as const).flatMap((program) => {
    const folder = join('dist/browser', program);
    const path = join(folder, '.vite/manifest.json');
    if (!existsSync(path)) throw new Error(`${program} is not built: npm run build:browser`);
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    return measure(program, manifest, (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  });
  const width = Math.max(...lines.map(({ what }) => what.length));
  for (const { what, bytes, budget } of lines) {
    const [kb, most] = [bytes, budget].map((value) => (value / 1000).toFixed(1).padStart(6));
    console.log(`${bytes > budget ? 'OVER' : ' ok '} ${what.padEnd(width)} ${kb} kB of ${most}`);
  }
  return lines.every(({ bytes, budget }) => bytes <= budget);
}

if (basename(process.argv[1] ?? '').startsWith('bundle-size.')) process.exitCode = check() ? 0 : 1;
