import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { submitClaims } from '../../domain/claims/submit-claims';
import { openDatabase } from '../../domain/database/database';
import type { StartedStack } from './stack';

/** Has whatever claim is ready leave, as the member orders it; the stack's own worker hands it over. */
export async function submitNow(stack: StartedStack, membershipId: string): Promise<void> {
  const { KEPT_DATABASE_URL: url } = JSON.parse(readFileSync(join(stack.folder, 'environment.json'), 'utf8')) as {
    readonly KEPT_DATABASE_URL: string;
  };
  const database = openDatabase({ url, name: 'kept journey' });
  try {
    await database.inPractice({ membershipId }, { act: 'journey', purpose: 'billing' }, submitClaims);
  } finally {
    await database.close();
  }
}
