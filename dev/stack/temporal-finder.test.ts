import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aFolder } from './fixtures/a-folder';
import { rememberedIn } from './processes';
import { findTemporal, type Search } from './temporal-finder';

const good = 'temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)';

function aCli(folder: string, says = good): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'temporal');
  writeFileSync(path, `#!/bin/sh\necho '${says}'\n`);
  chmodSync(path, 0o755);
  return path;
}

function aSearch(more: Partial<Search> = {}) {
  const folder = aFolder();
  const said: string[] = [];
  const search: Search = {
    environment: { PATH: join(folder, 'path') },
    cache: join(folder, 'cache'),
    logs: folder,
    processes: rememberedIn(join(folder, 'processes.json')),
    say: (line) => said.push(line),
    download: async () => 'no network',
    go: () => undefined,
    ...more,
  };
  return { folder, said, search };
}

test('a server that the environment names is used, and nothing is looked for', async () => {
  const { search } = aSearch({ environment: { KEPT_TEMPORAL_ADDRESS: 'temporal.example:7233' } });
  expect(await findTemporal(search)).toEqual({ kind: 'address', address: 'temporal.example:7233' });
});

test('the command line that the environment names comes before PATH, and PATH before the cache', async () => {
  const { folder, search } = aSearch();
  const [named, onPath, cached] = [join(folder, 'named'), join(folder, 'path'), join(folder, 'cache/temporal-1.5.1')];
  for (const place of [named, onPath, cached]) aCli(place);
  const path = async (environment: Search['environment']) => findTemporal({ ...search, environment });
  expect(await path({ PATH: onPath, KEPT_TEMPORAL_CLI: join(named, 'temporal') })).toMatchObject({
    path: join(named, 'temporal'),
    server: '1.29.1',
  });
  expect(await path({ PATH: onPath })).toMatchObject({ path: join(onPath, 'temporal') });
  expect(await path({ PATH: '' })).toMatchObject({ path: join(cached, 'temporal') });
});

test('one on PATH that is too old is passed over, and said', async () => {
  const { folder, said, search } = aSearch();
  aCli(join(folder, 'path'), 'temporal version 1.0.0 (Server 1.24.0)');
  const cached = aCli(join(folder, 'cache/temporal-1.5.1'));
  expect(await findTemporal(search)).toMatchObject({ path: cached });
  expect(said[0]).toContain('no Temporal with server 1.29');
});

test('a named command line that is none stops the start', async () => {
  const { search } = aSearch({ environment: { KEPT_TEMPORAL_CLI: '/nowhere/temporal' } });
  await expect(findTemporal(search)).rejects.toThrow('KEPT_TEMPORAL_CLI names /nowhere/temporal');
});

test('where there is none it is downloaded into the cache', async () => {
  const { search } = aSearch({
    download: async (target) => {
      aCli(dirname(target));
      return undefined;
    },
  });
  expect(await findTemporal(search)).toMatchObject({ path: join(search.cache, 'temporal-1.5.1/temporal') });
});

test('where the download fails it is built into the cache', async () => {
  const { said, search } = aSearch({
    go: () => '/usr/bin/go',
    build: async ({ target }) => {
      aCli(dirname(target));
      return undefined;
    },
  });
  expect(await findTemporal(search)).toMatchObject({ path: join(search.cache, 'temporal-1.5.1/temporal') });
  expect(said).toContain('no download (no network)');
});

test('where nothing helps the person is told three ways to mend it', async () => {
  const { search } = aSearch();
  const failure = await findTemporal(search).catch(String);
  for (const way of ['KEPT_TEMPORAL_CLI', 'install Go', 'KEPT_TEMPORAL_ADDRESS']) expect(failure).toContain(way);
});
