import { randomBytes } from 'node:crypto';
import { createDatabase, withDatabase } from '../../domain/database/cluster';

/** The URLs of one throw-away database, cloned from the migrated template: one per test file, dropped with the cluster. */
export interface TestUrls {
  readonly admin: string;
  readonly app: string;
  readonly worker: string;
  readonly migrator: string;
}

const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run tests through npm test`);
  return value;
};

export async function cloneDatabase(): Promise<TestUrls> {
  const adminUrl = needed('KEPT_TEST_ADMIN_URL');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await createDatabase({ adminUrl, name, template: needed('KEPT_TEST_TEMPLATE') });
  const as = (role: string) => {
    const url = new URL(withDatabase(adminUrl, name));
    url.username = role;
    url.password = needed('KEPT_TEST_PASSWORD');
    return url.href;
  };
  return {
    admin: withDatabase(adminUrl, name),
    app: as('kept_app'),
    worker: as('kept_worker'),
    migrator: as('kept_migrator'),
  };
}
