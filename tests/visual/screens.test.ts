import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { areas } from '../../admin/areas';
import { screens } from './screens';

const top = path.resolve(__dirname, '../..');
const folder = path.join(top, 'docs/screens');
const mostBytes = 150_000;
/** The portal's first place comes with its page and its style sheets, which are read by browsers alone: the places are read as text. */
const places = [...readFileSync(path.join(top, 'portal/places.ts'), 'utf8').matchAll(/\bplace: '([^']+)'/g)];
const files = screens.flatMap(({ name, dark }) => [`${name}.png`, ...(dark ? [`${name}-dark.png`] : [])]);

test('every page of the console and of the portal is drawn', () => {
  const drawn = new Set(screens.map(({ route }) => route));
  const pages = [
    ...areas.flatMap((area) => area.pages.map((page) => [area.path, page.path].filter(Boolean).join('/'))),
    ...places.map(([, place]) => `portal:${place}`),
  ];
  expect(places.length).toBeGreaterThan(0);
  expect(pages.filter((page) => !drawn.has(page))).toEqual([]);
  expect([...drawn].filter((route) => !pages.includes(route))).toEqual([]);
});

test('each picture is there, small, and shown under what it shows', () => {
  const list = readFileSync(path.join(folder, 'README.md'), 'utf8');
  expect(files.filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
  expect(files.filter((file) => statSync(path.join(folder, file)).size > mostBytes)).toEqual([]);
  expect(
    screens.filter(({ name, shows }) => !list.includes(`![${shows}](${name}.png)`)).map(({ name }) => name),
  ).toEqual([]);
  expect(readdirSync(folder).filter((file) => file.endsWith('.png') && !files.includes(file))).toEqual([]);
});
