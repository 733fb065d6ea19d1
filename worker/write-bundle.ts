import { writeFile } from 'node:fs/promises';
import { bundlePath, bundleWorkflows } from './bundle';

/** Builds the workflow bundle beside the compiled worker, so that a start does not wait for it. */
async function main(): Promise<void> {
  const { code } = await bundleWorkflows();
  await writeFile(bundlePath, code);
}

main().catch((error: unknown) => {
  process.stderr.write(`write-bundle: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
