import { type Capability, capabilities, capabilitiesOf } from '../../domain/access/capabilities';
import { type FrontDoor, type Role, staffRoles } from '../../domain/access/roles';
import type { Route } from '../../api/http/route';
import { addStaff } from '../../domain/staff/add-staff';
import { newId } from '../../domain/ids';
import { type Answered, type Caller, anApi } from '../builders/api';
import { aPractice, aWorld, type TestPractice } from '../builders/practice';
import { requestOf, routeName, sampleOf } from '../builders/route-samples';
import { type Scene, aScene } from '../builders/scene';

const world = aWorld();
const api = anApi(world);
let practice: TestPractice;
/** A client whom the clinician cares for, one whom another clinician cares for, and one of another practice. */
let own: Scene;
let others: Scene;
let elsewhere: Scene;

beforeAll(async () => {
  practice = await aPractice(world());
  own = await aScene(practice);
  const colleague = await practice.as('administrator', (tx) =>
    addStaff(tx, {
      email: `colleague-${newId()}@example.org`,
      passwordHash: 'none',
      displayName: 'Dr. Noor Amin',
      shortName: 'Dr. Amin',
      credentials: null,
      roles: ['clinician'],
      isClinician: true,
      colour: 2,
    }),
  );
  others = await aScene(practice, { clinicianId: colleague });
  elsewhere = await aScene(await aPractice(world()));
});

const callerAs = (door: FrontDoor, role: Role): Promise<Caller> =>
  door === 'staff' ? api().as(practice, role as (typeof staffRoles)[number]) : api().asMember('client', own.portal);
const rolesOf = (door: FrontDoor): readonly Role[] => (door === 'staff' ? staffRoles : ['client']);
const mayCall = (route: Route, role: Role): boolean =>
  route.access.kind !== 'may' ||
  ((capabilities[route.access.capability] as readonly Role[]).includes(role) &&
    !(authorsOwn.has(routeName(route)) && role !== 'clinician'));
const tell = (answer: Answered) => `${answer.status} ${answer.body?.code ?? ''}`.trim();
const ask = async (door: FrontDoor, route: Route, caller: Caller, scene: Scene, role?: Role) => {
  const sample = await sampleOf(
    door,
    route,
    scene,
    staffRoles.find((one) => one === role),
  );
  return [sample, await caller.send(requestOf(route, sample))] as const;
};

describe.each(['staff', 'client'] as const)('at the %s door', (door) => {
  test('every role gets every route that its capabilities allow, and hears of the others that they are not there', async () => {
    const wrong: string[] = [];
    for (const route of api().routes[door])
      for (const role of rolesOf(door)) {
        const [sample, answer] = await ask(door, route, await callerAs(door, role), own, role);
        const allowed = String(sample.status ?? route.contract.status);
        const wanted = mayCall(route, role) ? allowed : '404 not_found';
        const got = mayCall(route, role) ? String(answer.status) : tell(answer);
        if (got !== wanted) wrong.push(`${role} ${routeName(route)}: ${tell(answer)}, not ${wanted}`);
      }
    expect(wrong).toEqual([]);
  });

  test('nobody who is signed out gets anything but what is for anyone', async () => {
    const wrong: string[] = [];
    for (const route of api().routes[door]) {
      const [sample, answer] = await ask(door, route, api().stranger(door), own);
      const wanted = route.access.kind === 'anyone' ? String(sample.status ?? route.contract.status) : '401 signed_out';
      const got = route.access.kind === 'anyone' ? String(answer.status) : tell(answer);
      const head = requestOf(route, sample).method === 'HEAD';
      if (head ? answer.status !== 401 : got !== wanted) wrong.push(`${routeName(route)}: ${got}, not ${wanted}`);
    }
    expect(wrong).toEqual([]);
  });

  test('what is about another practice looks like not there, to every role, by path and by body', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const route of api().routes[door])
      for (const role of rolesOf(door)) {
        if (!isAboutSomeone(door, route) || !mayCall(route, role)) continue;
        asked += 1;
        const [, answer] = await ask(door, route, await callerAs(door, role), elsewhere);
        if (!looksLikeNotThere(answer)) wrong.push(`${role} ${routeName(route)}: ${tell(answer)}`);
      }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThanOrEqual(door === 'staff' ? 100 : 1);
  });
});

test('what is about somebody else’s client looks like not there to a clinician, by path and by body', async () => {
  const wrong: string[] = [];
  for (const route of api().routes.staff) {
    if (!isAboutSomeone('staff', route) || !mayCall(route, 'clinician') || !aboutClient(route)) continue;
    const [, answer] = await ask('staff', route, await callerAs('staff', 'clinician'), others);
    if (!looksLikeNotThere(answer)) wrong.push(`${routeName(route)}: ${tell(answer)}`);
  }
  expect(wrong).toEqual([]);
});

test('a client sees nothing of another client’s, and cannot confirm for her', async () => {
  const wrong: string[] = [];
  const caller = await callerAs('client', 'client');
  for (const route of api().routes.client) {
    if (!route.contract.path.includes(':id')) continue;
    const [, answer] = await ask('client', route, caller, others);
    if (!looksLikeNotThere(answer)) wrong.push(`${routeName(route)}: ${tell(answer)}`);
  }
  expect(wrong).toEqual([]);
  const { body } = await caller.post('/api/appointments/search', {});
  expect(new Set(body.rows.map((row: { clientId: string }) => row.clientId))).toEqual(new Set([own.clientId]));
});

test('the link of a message shows and confirms what is its own client’s, whoever holds it', async () => {
  const confirm = api().routes.client.find((route) => routeName(route) === 'POST /links/confirm');
  if (!confirm) throw new Error('no such route');
  const sample = await sampleOf('client', confirm, own);
  const appointmentId = await others.appointment();
  const crossed = { ...sample, body: { ...(sample.body as object), appointmentId } };
  const answer = await api().stranger('client').send(requestOf(confirm, crossed));
  expect(tell(answer)).toBe('404 not_found');
});

test('the buttons that a session answers are those of the table, for every role', async () => {
  for (const role of staffRoles) {
    const { body } = await (await callerAs('staff', role)).get('/api/session');
    expect(body.roles).toEqual([role]);
    const wanted = (Object.keys(capabilities) as Capability[]).filter((one) =>
      (capabilities[one] as readonly Role[]).includes(role),
    );
    expect(body.capabilities).toEqual(wanted);
    expect(capabilitiesOf([role])).toEqual(wanted);
  }
});

/** Routes whose sample names somebody or something: others answer with what is the caller's own. */
const isAboutSomeone = (door: FrontDoor, route: Route): boolean =>
  route.contract.path.includes(':id') || (door === 'staff' && namedInBody.has(routeName(route)));

const namedInBody = new Set([
  'POST /appointments/search',
  'POST /appointments/free-times',
  'POST /appointments',
  'POST /blocks',
  'POST /clients',
  'POST /clients/search',
  'POST /claims/search',
  'POST /messages/search',
  'POST /work-items/search',
  'POST /timeline/search',
  'POST /diagnoses/search',
  'POST /diagnoses',
  'POST /coverages',
  'POST /charges/search',
  'POST /charges/approve',
]);

/** A note is written and signed by whoever held the session: to others with the same right it looks like not there. */
const authorsOwn = new Set(['PUT /visits/:id/note', 'GET /visits/:id/note/consequences', 'POST /visits/:id/note/sign']);

/** Time of colleagues, the register of agreements and how someone looks at lists are no client's. */
const aboutClient = (route: Route): boolean =>
  !['/blocks', '/blocks/:id/end', '/clients', '/agreements/:id/end'].includes(route.contract.path) &&
  !route.contract.path.startsWith('/list-views');

const looksLikeNotThere = (answer: Answered): boolean =>
  answer.status === 200 ? answer.body?.total === 0 && answer.body.rows.length === 0 : tell(answer) === '404 not_found';
