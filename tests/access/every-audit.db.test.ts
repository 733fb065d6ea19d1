import type { Route } from '../../api/http/route';
import type { FrontDoor, StaffRole } from '../../domain/access/roles';
import { capabilities } from '../../domain/access/capabilities';
import type { AuditRow } from '../../domain/database/tables.generated';
import { newId } from '../../domain/ids';
import { type Answered, type Caller, anApi } from '../builders/api';
import { aPractice, aWorld, type TestPractice } from '../builders/practice';
import { type Sample, requestOf, routeName, sampleOf } from '../builders/route-samples';
import { type Scene, aScene } from '../builders/scene';
import { asSuperuser, until } from '../builders/sql';

const world = aWorld();
const api = anApi(world);
let practice: TestPractice;
let scene: Scene;
beforeAll(async () => {
  practice = await aPractice(world());
  scene = await aScene(practice);
});

const entriesOf = (answer: Answered): Promise<AuditRow[]> =>
  asSuperuser(world().urls, async (sql) => {
    const { rows } = await sql.query<AuditRow>('select * from kept.audit where request_id = $1', [
      answer.headers['kept-request-id'],
    ]);
    return rows;
  });

/** What says nothing of a client, and may come every few seconds: no entry. */
const unaudited = new Set(['POST /session/input', 'GET /live', 'GET /system']);
/** The session's own acts are called what they are. */
const acts: Readonly<Record<string, string>> = { 'DELETE /session': 'session.ended' };

async function callerFor(door: FrontDoor, route: Route): Promise<Caller> {
  if (door === 'client') return api().asMember('client', scene.portal);
  const [role = 'supervisor'] =
    route.access.kind === 'may' ? (capabilities[route.access.capability] as readonly StaffRole[]) : [];
  return api().as(practice, role);
}

/** Everything in a body that somebody typed: none of it belongs into the audit. */
function typedIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[0-9a-f-]{36}$/.test(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(typedIn) : [];
}

describe.each(['staff', 'client'] as const)('at the %s door', (door) => {
  test('each request that succeeds leaves one entry: who, in which session, why, where, from where, what and about whom', async () => {
    const seen: string[] = [];
    for (const route of api().routes[door]) {
      const caller = await callerFor(door, route);
      const sample = await sampleOf(door, route, scene);
      const answer = await caller.send(requestOf(route, sample));
      if (sample.status !== undefined) continue;
      const name = routeName(route);
      expect([name, answer.status]).toEqual([name, route.contract.status]);
      const entries = await entriesOf(answer);
      if (unaudited.has(name)) {
        expect([name, entries]).toEqual([name, []]);
        continue;
      }
      seen.push(name);
      expect([name, entries.length]).toEqual([name, 1]);
      const [entry] = entries;
      expect([name, entry]).toEqual([name, wanted(route, sample, caller, answer)]);
      const { id: _, tx: __, ...told } = entry!;
      for (const typed of typedIn(sample.body)) expect([name, JSON.stringify(told)]).not.toContain(`"${typed}"`);
    }
    expect(seen.length).toBeGreaterThanOrEqual(door === 'staff' ? 40 : 6);
  });

  test('each request that is refused leaves one entry too, after its rollback', async () => {
    for (const route of api().routes[door]) {
      const { contract } = route;
      if (route.kind !== 'write') continue;
      const caller = await callerFor(door, route);
      const sample = await sampleOf(door, route, scene);
      if (contract.versioned) {
        const stale = await caller.send(requestOf(route, { ...sample, version: 900 }));
        await expectRefusal(route, stale, 'failed', 'stale_version', caller, sample.id);
        const [entry] = await entriesOf(stale);
        expect([contract.path, entry?.client_ids]).toEqual([contract.path, clientsOf(stale.body.current)]);
      }
      const wrong = await caller.send(requestOf(route, { ...sample, body: { nothing: 'Whitfield' } }));
      await expectRefusal(route, wrong, 'failed', 'invalid', caller, sample.id);
      if (!contract.path.includes(':id')) continue;
      const unknown = newId();
      const denied = await caller.send(requestOf(route, { ...sample, id: unknown }));
      await expectRefusal(route, denied, 'denied', 'not_found', caller, unknown);
    }
  });

  async function expectRefusal(
    route: Route,
    answer: Answered,
    outcome: string,
    code: string,
    caller: Caller,
    id: string | undefined,
  ): Promise<void> {
    const name = routeName(route);
    expect([name, answer.body.code]).toEqual([name, code]);
    const entries = await entriesOf(answer);
    expect([name, entries]).toEqual([
      name,
      [
        expect.objectContaining({
          outcome,
          code,
          act: name,
          route: name,
          purpose: route.purpose,
          session_id: caller.sessionId,
          record_ids: id === undefined ? [] : [id],
          fields: [],
        }),
      ],
    ]);
    expect(JSON.stringify(entries)).not.toContain('Whitfield');
  }
});

function wanted(route: Route, sample: Sample, caller: Caller, answer: Answered): unknown {
  const { contract } = route;
  const isLink = contract.path.startsWith('/links/');
  const fields = contract.kind === 'write' && !isLink && sample.body ? Object.keys(sample.body) : [];
  const records = sample.id === undefined ? [] : [sample.id];
  return expect.objectContaining({
    practice_id: practice.id,
    actor_id: expect.any(String),
    on_behalf_of: null,
    session_id: caller.sessionId,
    purpose: route.purpose,
    act: acts[routeName(route)] ?? routeName(route),
    route: routeName(route),
    request_id: answer.headers['kept-request-id'],
    address: '127.0.0.1',
    outcome: 'done',
    code: null,
    fields: expect.arrayContaining(fields),
    record_ids: expect.arrayContaining(records),
    client_ids: expect.arrayContaining(clientsOf(answer.body)),
  });
}

const clientsOf = (view: unknown): string[] => {
  const found = new Set<string>();
  JSON.stringify(view ?? null, (name, value: unknown) => {
    if (name === 'clientId' && typeof value === 'string') found.add(value);
    return value;
  });
  return [...found];
};

describe('who is named as the actor', () => {
  const actorOf = async (answer: Answered) => (await entriesOf(answer)).map((entry) => entry.actor_id);

  test('is the member herself, by whatever role, and Kept itself for whoever only holds a link', async () => {
    const desk = await api().as(practice, 'front_desk');
    const read = await desk.get(`/api/clients/${scene.clientId}`);
    expect(await actorOf(read)).toEqual([await practice.member('front_desk')]);
    const client = await api().asMember('client', scene.portal);
    expect(await actorOf(await client.post('/api/appointments/search', {}))).toEqual([scene.portal]);
    const open = api().routes.client.find((route) => routeName(route) === 'POST /links/open');
    const sent = requestOf(open!, await sampleOf('client', open!, scene));
    const opened = await api().stranger('client').send(sent);
    const service = await asSuperuser(world().urls, async (sql) => {
      const { rows } = await sql.query<{ id: string }>(
        "select id from kernel.memberships where practice_id = $1 and service = 'portal'",
        [practice.id],
      );
      return rows[0]?.id;
    });
    expect(await actorOf(opened)).toEqual([service]);
    expect((await entriesOf(opened))[0]).toMatchObject({ session_id: null, client_ids: [scene.clientId] });
  });

  test('a link that has expired leaves an entry of its failure', async () => {
    const open = api().routes.client.find((route) => routeName(route) === 'POST /links/open');
    const sent = requestOf(open!, await sampleOf('client', open!, scene));
    await asSuperuser(world().urls, (sql) =>
      sql.query(
        `update kept.appointments a set starts_at = now() - interval '9 days', ends_at = now() - interval '8 days'
          where id = (select appointment_id from kept.messages m where m.practice_id = a.practice_id order by m.id desc limit 1)`,
      ),
    );
    const answer = await api().stranger('client').send(sent);
    expect(answer.body.code).toBe('link_expired');
    expect(await entriesOf(answer)).toEqual([expect.objectContaining({ outcome: 'failed', code: 'link_expired' })]);
  });

  test('a right that a role does not have is denied, and that is told', async () => {
    const auditor = await api().as(practice, 'auditor');
    const answer = await auditor.post(`/api/clients/${scene.clientId}/change`, { pronouns: 'x' }, { version: 1 });
    expect(await entriesOf(answer)).toEqual([
      expect.objectContaining({ outcome: 'denied', code: 'not_found', record_ids: [scene.clientId], client_ids: [] }),
    ]);
  });

  test('likely doubles are shown by a refusal, and that is told', async () => {
    const desk = await api().as(practice, 'front_desk');
    const { body: known } = await desk.get(`/api/clients/${scene.clientId}`);
    const { firstName, lastName, birthDate, zone } = known;
    const answer = await desk.post('/api/clients', {
      firstName,
      lastName,
      birthDate,
      zone,
      contacts: [],
      consents: [],
    });
    expect(answer.body).toMatchObject({ code: 'duplicate', params: { clientIds: [scene.clientId] } });
    expect((await entriesOf(answer))[0]).toMatchObject({ outcome: 'failed', client_ids: [scene.clientId] });
  });
});

describe('a screen that looks again by itself', () => {
  const again = { 'kept-refetch': '1' };

  test('adds an entry only for clients who were not shown to that session, and each session counts for itself', async () => {
    const [one, two] = [await aScene(practice), await aScene(practice)];
    const caller = await api().as(practice, 'front_desk');
    const search = (ids: string[], who = caller) =>
      who.post('/api/clients/search', { filter: { ids } }, { headers: again });
    const shownBy = async (answer: Answered) => (await entriesOf(answer)).map((entry) => entry.client_ids);
    expect(await shownBy(await search([one.clientId]))).toEqual([[one.clientId]]);
    expect(await shownBy(await search([one.clientId]))).toEqual([]);
    expect(await shownBy(await search([one.clientId, two.clientId]))).toEqual([[two.clientId]]);
    expect(await shownBy(await caller.get(`/api/clients/${two.clientId}`, again))).toEqual([]);
    expect(await shownBy(await search([one.clientId], await api().as(practice, 'front_desk')))).toEqual([
      [one.clientId],
    ]);
    expect(await shownBy(await caller.get('/api/counts', again))).toEqual([]);
    expect(await shownBy(await caller.get(`/api/clients/${two.clientId}`))).toEqual([[two.clientId]]);
  });

  test('cannot hide a change: what changes something is told, whatever it says of itself', async () => {
    const one = await aScene(practice);
    const caller = await api().as(practice, 'front_desk');
    await caller.get(`/api/clients/${one.clientId}`);
    const changed = await caller.post(
      `/api/clients/${one.clientId}/change`,
      { pronouns: 'they' },
      { version: 1, headers: again },
    );
    expect(await entriesOf(changed)).toEqual([
      expect.objectContaining({
        outcome: 'done',
        client_ids: [one.clientId],
        fields: expect.arrayContaining(['pronouns']),
      }),
    ]);
    const refused = await caller.get(`/api/clients/${newId()}`, again);
    expect(await entriesOf(refused)).toHaveLength(1);
  });
});

test('a wrong password is told to the practices of the account, once it has been answered', async () => {
  const row = await asSuperuser(world().urls, async (sql) => {
    const { rows } = await sql.query<{ email: string; id: string }>(
      'select p.email, m.id from kernel.people p join kernel.memberships m on m.person_id = p.id where m.practice_id = $1 limit 1',
      [practice.id],
    );
    return rows[0]!;
  });
  const answer = await api().stranger().post('/api/session', { email: row.email, password: 'not hers' });
  expect(answer.body.code).toBe('wrong_credentials');
  await until(async () => (await entriesOf(answer)).length > 0);
  expect(await entriesOf(answer)).toEqual([
    expect.objectContaining({
      act: 'session.refused',
      outcome: 'denied',
      code: 'wrong_credentials',
      actor_id: row.id,
      session_id: null,
    }),
  ]);
});
