import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearinghouseSuite } from './clearinghouse-suite';
import { directoryClearinghouse } from './directory';

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'kept-house-'));
  await mkdir(join(folder, 'to'));
  await mkdir(join(folder, 'from'));
  return folder;
}

clearinghouseSuite('watched directory', async () => {
  const folder = await aFolder();
  const to = join(folder, 'to');
  return {
    port: directoryClearinghouse(folder),
    unreachable: directoryClearinghouse(join(folder, 'not-mounted')),
    async seen() {
      const found: Record<string, string> = {};
      for (const name of await readdir(to)) found[name] = await readFile(join(to, name), 'utf8');
      return found;
    },
    take: (name) => rm(join(to, name)),
    leave: (name, text) => writeFile(join(folder, 'from', name), text),
    close: () => rm(folder, { recursive: true }),
  };
});

test('killed before the rename, the file is known not to be there, and goes once when sent again', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'begun'));
  await writeFile(join(folder, 'begun', '1.837'), '');
  await writeFile(join(folder, 'to', '1.837.tmp'), 'IS');
  const port = directoryClearinghouse(folder);
  expect(await port.find('1.837')).toEqual({ kind: 'absent' });
  expect(await port.send({ name: '1.837', bytes: Buffer.from('ISA') })).toEqual({ kind: 'accepted' });
  expect(await readdir(join(folder, 'to'))).toEqual(['1.837']);
  expect(await readFile(join(folder, 'to', '1.837'), 'utf8')).toBe('ISA');
  await rm(folder, { recursive: true });
});
