import { rm } from 'node:fs/promises';
import path from 'node:path';

/** Takes the bundle of the run away again. */
export default async function forgetBundle(): Promise<void> {
  const file = process.env['KEPT_TEST_BUNDLE'];
  if (file) await rm(path.dirname(file), { recursive: true, force: true });
}
