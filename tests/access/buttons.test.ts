import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { staffRoutes } from '../../api/app';
import type { Hub } from '../../api/live/hub';
import { areas } from '../../admin/areas';
import { capabilities } from '../../domain/access/capabilities';
import { routeName } from '../builders/route-samples';
import { aStorage } from '../builders/storage';

const top = path.join(__dirname, '../..');
const screens = globSync(['admin/**/*.{ts,tsx}', 'portal/**/*.{ts,tsx}', 'browser/**/*.{ts,tsx}'], { cwd: top })
  .filter((file) => !/\.test\.tsx?$|\/gallery\//.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(top, file), 'utf8') }));
/** Every place where a screen asks whether a person may. */
const asked = screens.flatMap(({ file, text }) =>
  [...text.matchAll(/\buseMay\(([^)]*)\)/g)].map((match) => ({ file, argument: match[1] ?? '' })),
);
const named = asked.flatMap(({ file, argument }) => {
  const [, capability] = /^'([^']+)'$/.exec(argument) ?? [];
  return capability === undefined ? [] : [{ file, capability }];
});

const hub: Hub = {
  subscribe: () => () => undefined,
  onScreen: () => undefined,
  sessionEnded: () => undefined,
  close: () => Promise.resolve(),
};
const routes = staffRoutes({ hub, storage: aStorage(), system: { mode: 'test', parts: () => Promise.resolve([]) } });
const gates = new Map(
  routes.flatMap((route) =>
    route.access.kind === 'may' ? [[routeName(route), route.access.capability] as const] : [],
  ),
);

test('a screen asks for a capability by its name, so that this test can see it', () => {
  const nameless = asked.filter(({ argument }) => !/^'[^']+'$|^capability: string$/.test(argument));
  expect(nameless).toEqual([]);
  expect(named.length).toBeGreaterThanOrEqual(10);
});

test('every capability that a button or an area asks for is one of the table’s', () => {
  const unknown = named.filter(({ capability }) => !(capability in capabilities));
  expect(unknown).toEqual([]);
  expect(areas.filter(({ needs }) => needs !== undefined && !(needs in capabilities))).toEqual([]);
});

test('every capability that a button or an area asks for opens a route: no button is for nothing', () => {
  const opening = new Set<string>(gates.values());
  const wanted = new Set([...named.map(({ capability }) => capability), ...areas.flatMap(({ needs }) => needs ?? [])]);
  expect([...wanted].filter((capability) => !opening.has(capability))).toEqual([]);
});

test('an area with a page needs a capability, the one that its own routes ask for', () => {
  const open = areas.filter(({ pages }) => pages.length > 0);
  expect(open.length).toBeGreaterThanOrEqual(4);
  const routesOf: Readonly<Record<string, string>> = {
    my_day: 'POST /unsigned-notes/search',
    today: 'POST /calendar/day',
    calendar: 'POST /calendar/day',
    clients: 'POST /clients/search',
    messages: 'POST /messages/search',
    work: 'POST /work-items/search',
    charges: 'POST /charges/search',
    claims: 'POST /claims/search',
    remittances: 'POST /remittances/search',
    balances: 'POST /balances/search',
    reports: 'GET /reports/aging',
    practice: 'GET /reports/no-shows',
    system: 'GET /system',
    settings: 'GET /billing-settings',
  };
  const wrong = open
    .map(({ id, needs }) => ({ id, needs, gate: gates.get(routesOf[id] ?? '') }))
    .filter(({ needs, gate }) => gate === undefined || needs !== gate);
  expect(wrong).toEqual([]);
});
