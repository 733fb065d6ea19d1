import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ourMigrations = path.join(__dirname, '../../migrations');

/** A build's own folder of migrations: ours, and these besides. Text by file name, without `.sql`. */
export async function aMigrationsFolder(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'kept-build-')), 'migrations');
  await cp(ourMigrations, folder, { recursive: true });
  for (const [name, sql] of Object.entries(more)) await writeFile(path.join(folder, `${name}.sql`), sql);
  return folder;
}
