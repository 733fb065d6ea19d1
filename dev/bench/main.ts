import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from '../stack/folders';
import { runEach } from '../run/each';

const all = globSync('bench/*/main.ts', { cwd: root })
  .map((file) => dirname(file).slice('bench/'.length))
  .toSorted();

void runEach({
  what: 'bench',
  all,
  wanted: process.argv.slice(2),
  title: (name) => `bench/${name}`,
  program: (name) => `dist/bench/${name}/main.js`,
});
