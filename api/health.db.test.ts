import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../domain/database/database';
import { type PartHealth, overall } from '../integrations/health/health';
import { diskStorage } from '../integrations/storage/disk';
import { aWorld } from '../tests/builders/practice';
import { aRoadToPostgres } from '../tests/builders/road-to-postgres';
import { asSuperuser } from '../tests/builders/sql';
import { workerHealth } from '../worker/health';
import { apiHealth } from './health';

const world = aWorld();
const migrations = path.join(__dirname, '../migrations');
/** Nobody listens there. */
const temporalAddress = '127.0.0.1:9';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kept-health-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const stateOf = (parts: readonly PartHealth[]) => Object.fromEntries(parts.map(({ name, state }) => [name, state]));
const deps = () => ({ migrations, storage: diskStorage(folder), ports: {}, temporalAddress });

test('the api is ready while Postgres answers; what else is away degrades it and no more', async () => {
  const health = apiHealth({ ...deps(), database: world().app });
  const [ready, others] = [await health.ready(), await health.others()];
  expect(stateOf(ready)).toEqual({ postgres: 'up' });
  expect(stateOf(others)).toEqual({ temporal: 'down', files: 'up', texts: 'not_configured', mail: 'not_configured' });
  expect(overall([...ready, ...others], ['postgres'])).toBe('degraded');
});

test('a folder for files that is gone degrades api and worker, and both stay ready', async () => {
  const gone = { ...deps(), storage: diskStorage(path.join(folder, 'not-mounted')) };
  const api = apiHealth({ ...gone, database: world().app });
  const worker = workerHealth({ ...gone, database: world().worker, temporal: () => undefined });
  expect(stateOf(await api.ready())).toEqual({ postgres: 'up' });
  expect(stateOf(await worker.ready())).toMatchObject({ postgres: 'up' });
  for (const parts of [await api.others(), await worker.others()])
    expect(stateOf(parts)).toMatchObject({ files: 'down' });
});

test('with Postgres stopped api and worker are not ready, and are again once it is back', async () => {
  const road = await aRoadToPostgres(world().urls.app);
  const database = openDatabase({ url: road.url, name: 'kept test', poolSize: 1, waitMs: 1_000 });
  const api = apiHealth({ ...deps(), database });
  const worker = workerHealth({ ...deps(), database, temporal: () => undefined });
  expect(stateOf(await api.ready())).toEqual({ postgres: 'up' });
  await road.shut();
  expect(stateOf(await api.ready())).toEqual({ postgres: 'down' });
  expect(stateOf(await worker.ready())).toEqual({ postgres: 'down', temporal: 'down' });
  expect(stateOf(await worker.others())).toEqual({
    files: 'up',
    texts: 'not_configured',
    mail: 'not_configured',
    clearinghouse: 'not_configured',
  });
  await road.open();
  expect(stateOf(await api.ready())).toEqual({ postgres: 'up' });
  expect(stateOf(await worker.ready())).toEqual({ postgres: 'up', temporal: 'down' });
  await database.close();
  await road.close();
});

test('a Postgres that says nothing is down within two seconds', async () => {
  const road = await aRoadToPostgres(world().urls.app);
  const database = openDatabase({ url: road.url, name: 'kept test', poolSize: 1, answerMs: 3_000 });
  const api = apiHealth({ ...deps(), database });
  expect(stateOf(await api.ready())).toEqual({ postgres: 'up' });
  road.stall();
  const [postgres] = await api.ready();
  expect(postgres).toMatchObject({ state: 'down' });
  expect(postgres?.ms).toBeLessThan(3_000);
  await road.open();
  await database.close();
  await road.close();
});

test('a migration that takes away what this build needs ends the readiness of api and worker; one that only adds does not', async () => {
  const api = apiHealth({ ...deps(), database: world().app });
  const worker = workerHealth({ ...deps(), database: world().worker, temporal: () => undefined });
  const readiness = async () =>
    [await api.ready(), await worker.ready()].map((parts) => parts.find(({ name }) => name === 'postgres')?.state);
  const ran = (name: string, compatible: boolean) =>
    asSuperuser(world().urls, (sql) =>
      sql.query(
        `insert into kernel.migrations (name, sha256, compatible, fingerprint) values ($1, 'x', $2, kernel.fingerprint())`,
        [name, compatible],
      ),
    );
  expect(await readiness()).toEqual(['up', 'up']);
  await ran('20990101000000_wide', true);
  expect(await readiness()).toEqual(['up', 'up']);
  await ran('20990102000000_narrow', false);
  expect(await readiness()).toEqual(['down', 'down']);
});
