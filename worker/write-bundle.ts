import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundlePath, bundleWorkflows } from './bundle';

/** Part of the build: bundles the workflows for the worker, when what goes into the bundle has changed since the last time. */
async function main(): Promise<void> {
  const stamp = `${bundlePath}.stamp`;
  const now = digest();
  if ((await readFile(stamp, 'utf8').catch(() => undefined)) === now) return;
  const { code } = await bundleWorkflows();
  await writeFile(bundlePath, code);
  await writeFile(stamp, now);
}

/** The compiled workflows, what of the payloads is inside, and the packages' versions. */
function digest(): string {
  const dist = path.join(__dirname, '..');
  const files = globSync(['workflows/**/*.js', 'worker/payload/*.js', 'worker/bundle.js', '../package-lock.json'], {
    cwd: dist,
  });
  const hash = createHash('sha256');
  for (const file of files.toSorted())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(dist, file)));
  return hash.digest('hex');
}

void main();
