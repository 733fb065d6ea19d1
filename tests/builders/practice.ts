import { openDatabase } from '../../domain/database/database';
import { cloneDatabase } from '../setup/test-database';
import type { World } from './invented-practice';

export * from './invented-practice';

/** The database of one test file. At the top of the file: `const world = aWorld()`; in a test: `world()`. */
export function aWorld(): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    const urls = await cloneDatabase();
    const open = (url: string) => openDatabase({ url, name: 'kept test', poolSize: 20, waitMs: 55_000 });
    world = { urls, app: open(urls.app), worker: open(urls.worker) };
  });
  afterAll(async () => {
    await world?.app.close();
    await world?.worker.close();
  });
  return () => {
    if (!world) throw new Error('the database is there from the first test on');
    return world;
  };
}
