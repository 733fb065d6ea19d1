import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { problems } from '../../domain/problems';
import { aStorage } from '../../tests/builders/storage';
import { clientDoorRoutes, staffRoutes } from '../app';
import type { Hub } from '../live/hub';
import { readContract } from './contract';
import { describeApi, problemsOf } from './openapi';
import { anyone, read, type Route } from './route';

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
type Operation = {
  summary?: string;
  security?: object[];
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: object;
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
};
type Document = { paths: Record<string, Record<string, Operation>> };
const documentOf = (routes: readonly Route[], door: 'staff' | 'client') =>
  describeApi(routes, door, 'Kept') as unknown as Document;
const operationOf = (document: Document, { contract }: Route) =>
  document.paths[contract.path.replaceAll(/:(\w+)/g, '{$1}')]?.[contract.method];

const validator = path.resolve(__dirname, '../../node_modules/@seriousme/openapi-schema-validator/index.js');
const program = `
import { readFileSync } from 'node:fs';
import { Validator } from ${JSON.stringify(pathToFileURL(validator))};
const answers = [];
for (const one of JSON.parse(readFileSync(0, 'utf8'))) answers.push((await new Validator().validate(one)).valid);
console.log(JSON.stringify(answers));`;

/** The validator is written as modules that jest cannot load: it has its own process, one for all, because it takes long to begin. */
const areValid = (...descriptions: readonly object[]): readonly boolean[] =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
      input: JSON.stringify(descriptions),
    }),
  ) as readonly boolean[];

test('the descriptions are valid OpenAPI 3.1, by a validator that refuses what is not', () => {
  const [staff, client] = [documentOf(doors.staff, 'staff'), documentOf(doors.client, 'client')];
  const broken = [staff, client].map((document) => {
    const [first = ''] = Object.keys(document.paths);
    return { ...document, paths: { [first]: { get: { responses: 'none' } } } };
  });
  expect(areValid(staff, client, ...broken)).toEqual([true, true, false, false]);
});

describe.each(['staff', 'client'] as const)('the description of the %s door', (door) => {
  const routes = doors[door];
  const document = documentOf(routes, door);

  test('has every route and no other, each with its words, and its parameters from path and contract', () => {
    const described = Object.entries(document.paths).flatMap(([at, methods]) =>
      Object.keys(methods).map((method) => `${method} ${at}`),
    );
    const served = routes.map(({ contract }) => `${contract.method} ${contract.path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(described.toSorted()).toEqual(served.toSorted());
    expect(new Set(served).size).toBe(served.length);
    for (const route of routes) {
      const { contract } = route;
      const operation = operationOf(document, route);
      expect(operation?.summary).toBe(contract.summary);
      const inPath = [...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => `path ${name}`);
      expect(operation?.parameters?.map((one) => `${one.in} ${one.name}`)).toEqual([
        ...inPath,
        ...(contract.query ? Object.keys((contract.query as z.ZodObject).shape).map((name) => `query ${name}`) : []),
        ...(contract.keyed ? ['header Idempotency-Key'] : []),
        ...(contract.file ? ['header Kept-File-Name'] : []),
        ...(contract.versioned ? ['header If-Match'] : []),
      ]);
      expect(operation?.parameters?.every((one) => one.required === (one.in !== 'query'))).toBe(true);
      expect(operation?.requestBody !== undefined).toBe(contract.body !== undefined || contract.file !== undefined);
      expect(operation?.security).toEqual(route.access.kind === 'anyone' ? [] : [{ session: [] }]);
    }
  });

  test('lists what each route answers, and every problem that it may answer, by status', () => {
    for (const route of routes) {
      const { contract } = route;
      const responses = operationOf(document, route)?.responses ?? {};
      const done = contract.file ? [contract.status, 200] : [contract.status];
      const wanted = new Set([...done, ...problemsOf(route).map((code) => problems[code])].map(String));
      expect([contract.path, Object.keys(responses).toSorted()]).toEqual([contract.path, [...wanted].toSorted()]);
      for (const code of problemsOf(route)) expect(responses[problems[code]]?.description.split(', ')).toContain(code);
    }
  });
});

test('what always can go wrong follows from the contract: a body, a method that changes, a caller, a key, a version', () => {
  const find = (method: string, at: string) => {
    const route = doors.staff.find(({ contract }) => contract.method === method && contract.path === at);
    return new Set(route ? problemsOf(route) : []);
  };
  expect(find('get', '/session')).toEqual(new Set(['malformed', 'try_again', 'internal', 'signed_out', 'not_found']));
  expect(find('post', '/appointments/:id/move')).toEqual(
    new Set([
      'idempotency_key_missing',
      'idempotency_key_reused',
      'in_progress',
      'precondition_missing',
      'stale_version',
      'slot_taken',
      'wrong_state',
      'invalid',
      'too_large',
      'unsupported_media',
      'foreign_origin',
      'signed_out',
      'not_found',
      'malformed',
      'try_again',
      'internal',
    ]),
  );
});

test('a stream is described as one, and a route for anyone asks for no cookie', () => {
  const live = doors.staff.find(({ contract }) => contract.path === '/live');
  const document = documentOf(doors.staff, 'staff');
  expect(Object.keys((live && operationOf(document, live)?.responses['200']?.content) ?? {})).toEqual([
    'text/event-stream',
  ]);
  const open = read(
    readContract({ path: '/open', summary: 'Open', response: z.object({}) }),
    { access: anyone, purpose: 'own' },
    () => Promise.resolve({}),
  );
  expect(operationOf(documentOf([open], 'client'), open)?.security).toEqual([]);
});
