import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleWorkflows } from '../../worker/bundle';

/** Bundles the workflows once for all files of a run: it takes two seconds, and every file needs it. */
export default async function buildBundle(): Promise<void> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'kept-bundle-')), 'workflow-bundle.js');
  const { code } = await bundleWorkflows();
  await writeFile(file, code);
  process.env['KEPT_TEST_BUNDLE'] = file;
}
