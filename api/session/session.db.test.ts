import type { FrontDoor } from '../../domain/access/roles';
import { type Caller, anApi, openSession } from '../../tests/builders/api';
import { aPractice, aWorld, type TestPractice } from '../../tests/builders/practice';
import { requestOf, routeName, sampleOf } from '../../tests/builders/route-samples';
import { type Scene, aScene } from '../../tests/builders/scene';
import { asSuperuser } from '../../tests/builders/sql';

const world = aWorld();
const api = anApi(world);
let practice: TestPractice;
let scene: Scene;
beforeAll(async () => {
  practice = await aPractice(world());
  scene = await aScene(practice);
});

const run = async (sql: string, ...values: unknown[]) =>
  (await asSuperuser(world().urls, (client) => client.query<Record<string, unknown>>(sql, values))).rows;
const desk = () => api().as(practice, 'front_desk');
const isIn = async (caller: Caller) => (await caller.get('/api/session')).status === 200;
const codeOf = async (caller: Caller) => (await caller.get('/api/session')).body.code as string | undefined;

describe('a session', () => {
  test('ends when nobody has moved a hand for as long as its door allows', async () => {
    for (const [door, minutes] of [
      ['staff', 15],
      ['client', 30],
    ] as const) {
      const membershipId = door === 'staff' ? await practice.member('front_desk') : scene.portal;
      const caller = await signedIn(door, membershipId, { idleSeconds: minutes * 60, absoluteSeconds: 86_400 });
      const idle = (ago: string) =>
        run(`update kernel.sessions set last_input_at = now() - $1::interval where id = $2`, ago, caller.sessionId);
      await idle(`${minutes} minutes -5 seconds`);
      expect(await isIn(caller)).toBe(true);
      await idle(`${minutes} minutes`);
      expect(await codeOf(caller)).toBe('signed_out');
      expect((await caller.post('/api/session/input', {})).status).toBe(401); // too late to say it now
    }
  });

  test('ends at its hour, however busy it is', async () => {
    const caller = await desk();
    expect((await caller.post('/api/session/input', {})).status).toBe(200);
    await run(`update kernel.sessions set expires_at = now() where id = $1`, caller.sessionId);
    expect(await codeOf(caller)).toBe('signed_out');
    expect((await caller.post('/api/session/input', {})).status).toBe(401);
  });

  test('tells when it ends, and is prolonged by a hand that moved and by nothing else', async () => {
    const leftOut = new Set(['POST /session/input', 'DELETE /session', 'POST /session']);
    for (const door of ['staff', 'client'] as const) {
      const membershipId = door === 'staff' ? await practice.member('supervisor') : scene.portal;
      const caller = await signedIn(door, membershipId, { idleSeconds: 900, absoluteSeconds: 43_200 });
      const last = async () =>
        (await run('select last_input_at, expires_at from kernel.sessions where id = $1', caller.sessionId))[0];
      const before = await last();
      for (const route of api().routes[door])
        if (!leftOut.has(routeName(route))) await caller.send(requestOf(route, await sampleOf(door, route, scene)));
      expect(await last()).toEqual(before);
      const { body: told } = await caller.get('/api/session');
      const { body: prolonged } = await caller.post('/api/session/input', {});
      expect(prolonged.idleAt).toBeGreaterThan(told.idleAt);
      expect((await caller.get('/api/session')).body).toMatchObject({
        idleAt: prolonged.idleAt,
        expiresAt: told.expiresAt,
        idleSeconds: door === 'staff' ? 900 : 1800,
      });
    }
  });

  test('is over everywhere once someone has signed out, and the browser forgets what it kept', async () => {
    const caller = await desk();
    const answer = await caller.send({ method: 'DELETE', path: '/api/session' });
    expect(answer.body).toEqual({ signedOut: true });
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^__Host-kept-staff=; Path=\/; Expires=Thu, 01 Jan 1970 .*HttpOnly; Secure; SameSite=Strict/,
    );
    expect(await codeOf(caller)).toBe('signed_out');
    expect((await caller.send({ method: 'DELETE', path: '/api/session' })).status).toBe(200);
  });

  test('belongs to its door: its token is nobody’s at the other one', async () => {
    const [staff, portal] = [await desk(), await api().asMember('client', scene.portal)];
    const asPortal = `__Host-kept-portal=${staff.cookie?.split('=')[1]}`;
    const asStaff = `__Host-kept-staff=${portal.cookie?.split('=')[1]}`;
    expect((await api().stranger('client', asPortal).get('/api/session')).status).toBe(401);
    expect((await api().stranger('staff', asStaff).get('/api/session')).status).toBe(401);
    const both = `${staff.cookie}; ${portal.cookie}`;
    expect((await api().stranger('staff', both).get('/api/session')).body.roles).toEqual(['front_desk']);
    expect((await api().stranger('client', both).get('/api/session')).body.roles).toEqual(['client']);
  });

  test('is found by its whole token only', async () => {
    const { cookie = '' } = await desk();
    for (const other of [
      cookie.slice(0, -1),
      `${cookie}A`,
      cookie.replace('kept-staff', 'kept-stuff'),
      '__Host-kept-staff=',
      `__Host-kept-staff=${'A'.repeat(4_000)}`,
      '=;;=',
      '__Host-kept-staff=%00',
    ])
      expect((await api().stranger('staff', other).get('/api/session')).status).toBe(401);
    expect((await api().stranger('staff', `a=b; ${cookie}; c=d`).get('/api/session')).status).toBe(200);
  });
});

describe('what changes about a person', () => {
  test('counts from her next request on: her membership has ended', async () => {
    const caller = await api().as(await aPractice(world()), 'biller');
    expect(await isIn(caller)).toBe(true);
    await run(
      `update kernel.memberships set ended_at = now() from kernel.sessions s where s.id = $1 and s.membership_id = memberships.id`,
      caller.sessionId,
    );
    expect(await codeOf(caller)).toBe('signed_out');
    expect((await caller.post('/api/clients/search', {})).body.code).toBe('signed_out');
  });

  test('counts from her next request on: her roles are others', async () => {
    const caller = await api().as(await aPractice(world()), 'biller');
    const setRoles = (...roles: string[]) =>
      run(
        `update kernel.memberships m set roles = $2 from kernel.sessions s where s.id = $1 and s.membership_id = m.id`,
        caller.sessionId,
        roles,
      );
    expect((await caller.get('/api/system')).status).toBe(404);
    await setRoles('auditor');
    expect((await caller.get('/api/system')).status).toBe(200);
    expect((await caller.get('/api/session')).body.capabilities).toContain('system.read');
    await setRoles('clinician');
    expect((await caller.get('/api/system')).status).toBe(404);
    expect((await caller.post('/api/clients/search', {})).body).toEqual({ rows: [], total: 0 });
  });

  test('counts from her next request on: her practice is closed', async () => {
    const own = await aPractice(world());
    const caller = await api().as(own, 'front_desk');
    await run('update kernel.practices set closed_at = now() where id = $1', own.id);
    expect((await caller.get('/api/practice')).body.code).toBe('signed_out');
  });
});

describe('what someone arranged for herself', () => {
  test('is hers alone, under keys that are known, and is no place for texts', async () => {
    const [one, other] = [await desk(), await api().as(practice, 'biller')];
    const put = (key: string, value: unknown) =>
      one.send({ method: 'PUT', path: `/api/session/preferences/${key}`, body: { value } });
    expect((await put('theme', 'dark')).body).toEqual({ value: 'dark' });
    expect((await put('columns.clients', ['name', 'nextAt'])).status).toBe(200);
    expect((await one.get('/api/session')).body.preferences).toEqual({
      theme: 'dark',
      'columns.clients': ['name', 'nextAt'],
    });
    expect((await other.get('/api/session')).body.preferences).toEqual({});
    for (const [key, value] of [
      ['notes', 'x'],
      ['theme', 'Ana Whitfield'],
      ['theme', { a: 1 }],
      ['theme', 7],
      ['theme', ['x'.repeat(61)]],
    ] as const)
      expect((await put(key, value)).status).toBe(422);
  });
});

async function signedIn(
  door: FrontDoor,
  membershipId: string,
  lengths: { idleSeconds: number; absoluteSeconds: number },
): Promise<Caller> {
  const { token, sessionId } = await openSession(world(), door, membershipId, lengths);
  const cookie = `${door === 'staff' ? '__Host-kept-staff' : '__Host-kept-portal'}=${token}`;
  return { ...api().stranger(door, cookie), sessionId };
}
