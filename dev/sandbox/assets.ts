import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Asset {
  readonly type: string;
  readonly content: Buffer;
}

const files: Readonly<Record<string, readonly [type: string, path: string]>> = {
  '/inbox.css': ['text/css; charset=utf-8', 'dev/sandbox/page/inbox.css'],
  '/tokens.css': ['text/css; charset=utf-8', 'dev/sandbox/page/tokens.css'],
  '/inbox.js': ['text/javascript; charset=utf-8', 'dev/sandbox/page/inbox.js'],
  '/inter.woff2': ['font/woff2', 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'],
};

/** The files of the page by their path on the server, read once. Everything comes from this machine. */
export async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const root = projectRoot(__dirname);
  const read = Object.entries(files).map(
    async ([at, [type, path]]) => [at, { type, content: await readFile(join(root, path)) }] as const,
  );
  return new Map(await Promise.all(read));
}

/** Compiled or not, this file lies somewhere below the folder of package.json. */
function projectRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('no package.json above the sandbox');
  return projectRoot(above);
}
