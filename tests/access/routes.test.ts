import { z } from 'zod';
import { clientDoorRoutes, staffRoutes } from '../../api/app';
import { type Contract, everyonesProblems } from '../../api/http/contract';
import type { Route } from '../../api/http/route';
import type { Hub } from '../../api/live/hub';
import { capabilities } from '../../domain/access/capabilities';
import { problems } from '../../domain/problems';
import { routeName, sampledRoutes } from '../builders/route-samples';
import { aStorage } from '../builders/storage';

const hub: Hub = {
  subscribe: () => () => undefined,
  onScreen: () => undefined,
  sessionEnded: () => undefined,
  close: () => Promise.resolve(),
};
const doors = {
  staff: staffRoutes({ hub, storage: aStorage(), system: { mode: 'test', parts: () => Promise.resolve([]) } }),
  client: clientDoorRoutes({ hub, linkKeys: [] }),
};
const all: readonly (readonly [string, Route])[] = (['staff', 'client'] as const).flatMap((door) =>
  doors[door].map((route) => [`${door} ${routeName(route)}`, route] as const),
);
const contractOf = (route: Route): Contract => route.contract;

test.each(all)('%s says who may call it, what it takes and gives, in words too', (_, route) => {
  const contract = contractOf(route);
  expect(['may', 'signed_in', 'anyone']).toContain(route.access.kind);
  if (route.access.kind === 'may') expect(Object.keys(capabilities)).toContain(route.access.capability);
  expect(contract.summary).toMatch(/^[A-Z’].{5,}/);
  expect(contract.response).toBeInstanceOf(z.ZodType);
  expect(contract.path).toMatch(/^(\/[a-z-]+|\/:(id|key|[a-z]+Id))+$/);
  for (const code of contract.problems) expect(Object.keys(problems)).toContain(code);
  expect(contract.problems.filter((code) => (everyonesProblems as readonly string[]).includes(code))).toEqual([]);
});

test.each(all)('%s: a write takes a key or may be repeated, a change of a record names its version', (_, route) => {
  const contract = contractOf(route);
  const onRecord = contract.path.includes('/:id');
  if (route.kind === 'write' || route.kind === 'file') {
    expect([contract.kind, contract.keyed, contract.versioned]).toEqual(['write', true, onRecord]);
    expect(contract.file !== undefined).toBe(route.kind === 'file');
    expect(contract.method).not.toBe('get');
  } else {
    // A key that nobody claims would be a promise that nobody keeps.
    expect([contract.keyed, contract.versioned]).toEqual([false, false]);
    if (contract.kind === 'write') expect(repeatable).toContain(routeName(route));
  }
  if (contract.method !== 'get' && contract.method !== 'post') expect(contract.kind).toBe('write');
  if (contract.method === 'get') expect([contract.kind, contract.body]).toEqual(['read', undefined]);
});

/** Done once or twice it is the same; each of them says why beside its contract. */
const repeatable = [
  'POST /session',
  'DELETE /session',
  'POST /session/input',
  'PUT /session/preferences/:key',
  'POST /links/confirm',
];

test.each(all)('%s takes no field that it does not know', (_, route) => {
  const { body } = contractOf(route);
  if (!body) return;
  const read = body.safeParse({ unknownToAll: 1 });
  expect(read.success).toBe(false);
  expect(JSON.stringify(read.error?.issues)).toMatch(/unrecognized_keys|invalid_union|invalid_type/);
});

test.each(all)('%s names every client that it shows by clientId, so that the audit sees it', (_, route) => {
  expect(unnamed(contractOf(route).response, [])).toEqual([]);
});

test('a view that shows a client under another name would be found', () => {
  const sneaky = z.object({ rows: z.array(z.object({ id: z.uuid(), clientName: z.string() })) });
  expect(unnamed(sneaky, [])).toEqual(['/rows/*']);
  expect(unnamed(z.object({ birthDate: z.string(), clientId: z.uuid() }), [])).toEqual([]);
});

test('no two routes of a door are the same, and no sample is left of one that is gone', () => {
  for (const door of ['staff', 'client'] as const) {
    const names = doors[door].map(routeName);
    expect(new Set(names).size).toBe(names.length);
    expect(sampledRoutes(door).toSorted()).toEqual(names.toSorted());
  }
});

/** Fields that only ever tell of a client. */
const personal =
  /^(client.*|legalName|birthDate|pronouns|mobile|email|contacts|consents|appointments|to|body|subject)$/;

/** Where a schema has an object with something personal and no `clientId` in it or around it. */
function unnamed(schema: z.ZodType, at: readonly string[]): string[] {
  const inner = schema as unknown as { def: { type: string } & Record<string, unknown> };
  const { def } = inner;
  switch (def.type) {
    case 'object': {
      const shape = def['shape'] as Record<string, z.ZodType>;
      const names = Object.keys(shape);
      if (names.includes('clientId') || names.includes('clientIds')) return [];
      const fields = names.filter((name) => personal.test(name) && isText(shape[name]));
      const below = names.flatMap((name) => (shape[name] ? unnamed(shape[name], [...at, name]) : []));
      return fields.length > 0 ? [`/${at.join('/')}`, ...below] : below;
    }
    case 'array':
      return unnamed(def['element'] as z.ZodType, [...at, '*']);
    case 'nullable':
    case 'optional':
    case 'default':
      return unnamed(def['innerType'] as z.ZodType, at);
    case 'union':
      return (def['options'] as z.ZodType[]).flatMap((option) => unnamed(option, at));
    default:
      return [];
  }
}

/** An array or a choice of objects is looked into, and an instant tells of nobody. */
function isText(schema: z.ZodType | undefined): boolean {
  const { def } = (schema ?? z.any()) as unknown as { def: { type: string } & Record<string, unknown> };
  const inner = def['innerType'] ?? def['element'];
  return def.type === 'string' || (inner !== undefined && isText(inner as z.ZodType));
}
