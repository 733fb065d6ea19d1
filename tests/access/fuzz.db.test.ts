import { describeApi } from '../../api/http/openapi';
import type { Route } from '../../api/http/route';
import { capabilities } from '../../domain/access/capabilities';
import type { FrontDoor, StaffRole } from '../../domain/access/roles';
import { newId } from '../../domain/ids';
import { type Answered, type Caller, anApi } from '../builders/api';
import { type Dice, dice, fromSchema, hostile, type JsonSchema, spoiled } from '../builders/from-schema';
import { aPractice, aWorld, type TestPractice } from '../builders/practice';
import { routeName } from '../builders/route-samples';
import { type Scene, aScene } from '../builders/scene';

const world = aWorld();
const api = anApi(world);
let practice: TestPractice;
let scene: Scene;
let ids: readonly string[];

beforeAll(async () => {
  practice = await aPractice(world());
  scene = await aScene(practice);
  const appointments = [await scene.appointment(), await scene.planned(), await scene.appointment('cancelled')];
  const visit = await scene.visit();
  ids = [
    ...appointments,
    visit.id,
    scene.clientId,
    scene.clinicianId,
    await scene.message(),
    await scene.work(),
    await scene.block(),
    practice.types['therapy'] ?? '',
    practice.id,
    newId(),
    newId().toUpperCase(),
  ];
});

/** Another seed tries other things: KEPT_TEST_SEED=… KEPT_TEST_ROUNDS=…. */
const seed = Number(process.env['KEPT_TEST_SEED'] ?? 20_261_125);
const rounds = Number(process.env['KEPT_TEST_ROUNDS'] ?? 8);

interface Operation {
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: JsonSchema } } };
}

const operationOf = (door: FrontDoor, { contract }: Route): Operation => {
  const document = describeApi(api().routes[door], door, 'Kept') as unknown as {
    paths: Record<string, Record<string, Operation>>;
  };
  const found = document.paths[contract.path.replaceAll(/:(\w+)/g, '{$1}')]?.[contract.method];
  if (!found) throw new Error(`${routeName({ contract } as Route)} is not described`);
  return found;
};

/** Signing out would end the caller; signing in costs a tenth of a second each and has a suite of its own; a stream never ends. */
const leftOut = new Set(['DELETE /session', 'POST /session', 'GET /live']);

function send(caller: Caller, { contract }: Route, body: unknown, roll: Dice): Promise<Answered> {
  const odd = () => encodeURIComponent(JSON.stringify(roll.pick(hostile)).slice(0, 100).toWellFormed());
  const id = () => (roll.maybe(0.05) ? odd() : roll.pick(ids));
  const version = roll.pick(['"1"', '"2"', '"3"', '"0"', '"999999999"', 'x', '']);
  return caller.send({
    method: contract.method.toUpperCase(),
    path: `/api${contract.path.replaceAll(/:\w+/g, id)}`,
    ...(contract.body ? { body } : {}),
    headers: { 'idempotency-key': newId(), 'if-match': version, 'accept-language': roll.pick(['es', 'en', '*', ';;']) },
  });
}

/** Someone who may: what is refused for want of a right goes no further. */
const callerOf = (door: FrontDoor, { access }: Route): Promise<Caller> => {
  if (door === 'client') return api().asMember('client', scene.portal);
  const roles = access.kind === 'may' ? (capabilities[access.capability] as readonly StaffRole[]) : [];
  return api().as(practice, roles[0] ?? 'supervisor');
};

describe.each(['staff', 'client'] as const)('whatever comes to the %s door', (door) => {
  test('is answered as the description says, never by a defect, and takes no longer than it may', async () => {
    const statuses = new Map<number, number>();
    const wrong: string[] = [];
    for (const [n, route] of api().routes[door].entries()) {
      if (leftOut.has(routeName(route))) continue;
      const { responses, requestBody } = operationOf(door, route);
      const schema = requestBody?.content['application/json']?.schema;
      const [roll, caller] = [dice(seed + n), await callerOf(door, route)];
      for (let round = 0; round < (schema ? rounds : 2); round += 1) {
        const valid = schema && fromSchema(schema, roll, ids);
        const body = round % 2 === 0 ? valid : spoiled(valid, roll);
        const began = performance.now();
        const answer = await send(caller, route, body, roll);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const described = responses[answer.status]?.description.split(', ') ?? [];
        const known = answer.status < 300 || described.includes(answer.body?.code as string);
        if (!known || answer.status >= 500 || performance.now() - began > 5_000)
          wrong.push(
            `${routeName(route)} ${answer.status} ${answer.body?.code} for ${JSON.stringify(body)?.slice(0, 300)}`,
          );
      }
    }
    expect(wrong).toEqual([]);
    // It has to have come through to where things happen, and to have been refused.
    for (const status of door === 'staff' ? [200, 201, 404, 412, 422] : [200, 404, 422])
      expect([...statuses.keys()]).toContain(status);
  });
});

describe('every list', () => {
  const lists = () =>
    (['staff', 'client'] as const).flatMap((door) =>
      api()
        .routes[door].filter(({ contract }) => contract.path.endsWith('/search'))
        .map((route) => ({ door, route, at: `/api${route.contract.path}` })),
    );
  const needed = (at: string) => (at === '/api/timeline/search' ? { filter: { clientId: scene.clientId } } : {});

  test('takes no text where a field of sort or filter is named, and none in their place', async () => {
    for (const { door, route, at } of lists()) {
      const caller = await callerOf(door, route);
      const schema = operationOf(door, route).requestBody?.content['application/json']?.schema;
      const filters = [schema?.properties?.['filter'] ?? {}].flatMap((one) => one.anyOf ?? [one]);
      const names = filters.flatMap((one) => Object.keys(one.properties ?? {}));
      for (const text of hostile.filter((one) => typeof one === 'string')) {
        const sort = await caller.post(at, { sort: { field: text, order: 'ASC' } });
        const order = await caller.post(at, { sort: { field: 'startsAt', order: text } });
        const filter = await caller.post(at, { filter: { [text === '' ? 'x' : text]: 1 } });
        expect([at, text, sort.status, order.status, filter.status]).toEqual([at, text, 422, 422, 422]);
      }
      const roll = dice(seed);
      for (const name of names)
        for (let n = 0; n < 4; n += 1) {
          const value = roll.pick(hostile);
          const answer = await caller.post(at, { ...needed(at), filter: { [name]: value } });
          expect([at, name, value, [200, 422].includes(answer.status)]).toEqual([at, name, value, true]);
        }
    }
  });

  test('gives the rows of a range, both ends counted, at most 200, and says how many there are', async () => {
    for (const { door, route, at } of lists()) {
      const caller = await callerOf(door, route);
      const ask = (range: unknown) => caller.post(at, { ...needed(at), range });
      for (const range of [[0, 200], [5, 4], [-1, 3], [0.5, 2], ['0', '1'], [0], [0, 1, 2], {}, null, [0, 1e20]])
        expect([at, range, (await ask(range)).status]).toEqual([at, range, 422]);
      const whole = await ask([0, 199]);
      const { rows, total } = whole.body as { rows: object[]; total: number };
      expect([at, whole.status, rows.length]).toEqual([at, 200, Math.min(total, 200)]);
      expect((await ask([1, 2])).body.rows).toEqual(rows.slice(1, 3));
      expect((await ask(undefined)).body.rows).toEqual(rows.slice(0, 25));
      // beyond the end there are no rows, and still as many in all
      expect((await ask([5_000, 5_010])).body).toEqual({ rows: [], total });
      expect((await ask([9_007_199_254_740_000, 9_007_199_254_740_001])).body).toEqual({ rows: [], total });
    }
  });

  test('has each of its orders in both directions', async () => {
    for (const { door, route, at } of lists()) {
      const caller = await callerOf(door, route);
      const schema = operationOf(door, route).requestBody?.content['application/json']?.schema;
      const fields = (schema?.properties?.['sort']?.properties?.['field']?.enum ?? []) as string[];
      expect(fields.length).toBeGreaterThan(0);
      for (const field of fields) {
        const sorted = async (order: 'ASC' | 'DESC') => {
          const { body } = await caller.post(at, { ...needed(at), sort: { field, order }, range: [0, 199] });
          return (body.rows as Record<string, string | number | null>[]).map((row) => row[field]);
        };
        const [up, down] = [await sorted('ASC'), await sorted('DESC')];
        expect([at, field, up.length]).toEqual([at, field, down.length]);
        if (field === 'name') continue; // by last name, then first: not as it is shown
        const known = (values: typeof up) => values.filter((value) => value !== null);
        expect([at, field, known(up)]).toEqual([at, field, known(up).toSorted(byValue)]);
        expect([at, field, known(down)]).toEqual([at, field, known(up).toReversed()]);
      }
    }
  });
});

const byValue = (a: unknown, b: unknown) => (typeof a === 'number' ? a - Number(b) : String(a) < String(b) ? -1 : 1);
