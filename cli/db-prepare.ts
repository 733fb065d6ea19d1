import { createDatabase, prepareCluster } from '../domain/database/cluster';
import { readSettings, SettingsError } from '../domain/settings';
import type { Command } from './command';

const roles = {
  KEPT_DATABASE_URL: 'kept_app',
  KEPT_WORKER_DATABASE_URL: 'kept_worker',
  KEPT_MIGRATOR_DATABASE_URL: 'kept_migrator',
};
type UrlName = keyof typeof roles;
const urlNames = Object.keys(roles) as readonly UrlName[];

/**
 * `kept db prepare`: makes the roles and the database that the settings name, with the passwords in them. An administrator
 * (`KEPT_ADMIN_DATABASE_URL`) with CREATEROLE and CREATEDB runs it once, and again to change passwords.
 */
export const dbPrepare = (environment = process.env): Command => ({
  name: 'db prepare',
  summary: 'Makes the roles and the database that the settings name, or changes the passwords of the roles',
  usage: 'db prepare [--json]',
  async run(call) {
    const settings = readSettings(environment, ['KEPT_ADMIN_DATABASE_URL', ...urlNames]);
    const urls = urlNames.map((name) => [name, new URL(settings[name])] as const);
    const [database = '', ...others] = new Set(urls.map(([, url]) => url.pathname.slice(1)));
    if (others.length > 0) throw new SettingsError(`${urlNames.join(', ')}: they name different databases`);
    for (const [name, url] of urls) {
      if (url.username !== roles[name] || !url.password)
        throw new SettingsError(`${name}: expected the role ${roles[name]} and its password`);
    }
    const passwordIn = (name: UrlName) => decodeURIComponent(new URL(settings[name]).password);
    const adminUrl = settings.KEPT_ADMIN_DATABASE_URL;
    await prepareCluster({
      adminUrl,
      passwords: {
        app: passwordIn('KEPT_DATABASE_URL'),
        worker: passwordIn('KEPT_WORKER_DATABASE_URL'),
        migrator: passwordIn('KEPT_MIGRATOR_DATABASE_URL'),
      },
    });
    await createDatabase({ adminUrl, name: database });
    call.print(call.json ? JSON.stringify({ database }) : `the roles and the database ${database} are there`);
    return 0;
  },
});
