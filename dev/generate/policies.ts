import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { knownMarks, policyBlock } from '../../domain/access/compile-policies';
import type { TablePolicy } from '../../domain/access/policy-shape';
import { tablePolicies } from '../../domain/access/table-policy';
import { readMigrations } from '../../domain/database/migrate';

const markOf = (sql: string) => createHash('sha256').update(sql).digest('hex').slice(0, 16);

/** Tables whose compiled policy is not what the migrations last gave them. */
export function changedPolicies(migrations: readonly string[]): readonly string[] {
  const marks = knownMarks(migrations);
  return Object.entries<TablePolicy>(tablePolicies)
    .map(([table, policy]) => ({ table, block: policyBlock(table, policy, markOf) }))
    .filter(({ table, block }) => !block.startsWith(`-- policy ${table} ${marks.get(table)}\n`))
    .map(({ block }) => block);
}

/** Writes a migration with the policies that changed in `domain/access/table-policy.ts`. */
export async function writePolicies(folder: string, stamp: string): Promise<string | undefined> {
  const migrations = await readMigrations(folder);
  const blocks = changedPolicies(migrations.map((one) => one.sql));
  if (blocks.length === 0) return undefined;
  const file = path.join(folder, `${stamp}_policies.sql`);
  const header =
    '-- Row-level security, compiled from domain/access/table-policy.ts by `npm run policies`. Not written by hand.\n-- compatible: grants and policies only\n';
  await writeFile(file, `${header}\n${blocks.join('\n\n')}\n`);
  return file;
}
