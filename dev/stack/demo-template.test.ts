import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { demoTemplate, keepTemplate, restoreTemplate } from './demo-template';
import { aFolder } from './fixtures/a-folder';
import { makeStateFolder, stateFolder } from './folders';

const folder = aFolder();
const [root, cache] = [join(folder, 'clone'), join(folder, 'cache')];
const at = (day: string) => demoTemplate({ root, cache, day, binaries: '/somewhere/postgres-18' });

function aState(name: string, content: string) {
  const state = stateFolder({ KEPT_STATE_FOLDER: join(folder, name) });
  makeStateFolder(state);
  const data = join(state.folder, 'data');
  mkdirSync(data);
  writeFileSync(join(data, 'PG_VERSION'), content);
  writeFileSync(join(state.files, 'claim.837'), content);
  mkdirSync(join(state.payer, 'sftp'));
  writeFileSync(join(state.payer, 'taken.jsonl'), content);
  return { state, data };
}

beforeAll(() => {
  mkdirSync(join(root, 'migrations'), { recursive: true });
  writeFileSync(join(root, 'migrations/1.sql'), 'create table a ()');
});

test('what was made is copied as it was, whatever the other state had', () => {
  const made = aState('made', 'first');
  expect(at('2026-11-30').isThere).toBe(false);
  keepTemplate(at('2026-11-30'), made.state, made.data, 'its password');
  const other = aState('other', 'half of something');
  expect(restoreTemplate(at('2026-11-30'), other.state, other.data)).toBe('its password');
  for (const file of [
    join(other.data, 'PG_VERSION'),
    join(other.state.files, 'claim.837'),
    join(other.state.payer, 'taken.jsonl'),
  ])
    expect(readFileSync(file, 'utf8')).toBe('first');
});

test('another day, another schema or another Postgres has its own; what is of an earlier day is thrown away', () => {
  const made = aState('later', 'second');
  const before = at('2026-11-30');
  expect(before.isThere).toBe(true);
  expect(at('2026-12-01').isThere).toBe(false);
  expect(demoTemplate({ root, cache, day: '2026-11-30', binaries: '/somewhere/postgres-19' }).isThere).toBe(false);
  writeFileSync(join(root, 'migrations/2.sql'), 'create table b ()');
  expect(at('2026-11-30').isThere).toBe(false);
  keepTemplate(at('2026-12-01'), made.state, made.data, 'its password');
  expect(existsSync(before.folder)).toBe(false);
  expect(readdirSync(join(cache, 'demo'))).toHaveLength(1);
});

test('clones of equal content share one, wherever they lie', () => {
  const elsewhere = join(folder, 'another', 'clone');
  cpSync(root, elsewhere, { recursive: true });
  const call = { cache, day: '2026-12-01', binaries: '/somewhere/postgres-18' };
  expect(demoTemplate({ ...call, root: elsewhere }).folder).toBe(demoTemplate({ ...call, root }).folder);
  for (const maker of ['dist/integrations', 'dist/dev/sandbox']) {
    const before = demoTemplate({ ...call, root: elsewhere }).folder;
    mkdirSync(join(elsewhere, maker), { recursive: true });
    writeFileSync(join(elsewhere, maker, 'a.js'), '');
    expect(demoTemplate({ ...call, root: elsewhere }).folder).not.toBe(before);
  }
});

test('of one day the three youngest are kept, and what others are making; the rest of a killed start goes', () => {
  const home = join(cache, 'demo');
  const day = '2026-12-02';
  const aged = (name: string, hours: number) => {
    mkdirSync(join(home, name));
    const then = new Date(Date.now() - hours * 3_600_000);
    utimesSync(join(home, name), then, then);
  };
  aged(`${day}-a`, 1);
  aged(`${day}-b`, 3);
  aged(`${day}-c`, 2);
  aged('fresh-killed', 1.1);
  aged('fresh-made', 0.9);
  const made = aState('last', 'third');
  keepTemplate(at(day), made.state, made.data, 'its password');
  expect(readdirSync(home).toSorted()).toEqual(
    [`${day}-a`, `${day}-c`, basename(at(day).folder), 'fresh-made'].toSorted(),
  );
});
