import { type Database, openDatabase } from '../../domain/database/database';
import { newId } from '../../domain/ids';
import { anApi, type TestApi, startApi } from '../../tests/builders/api';
import { aRoadToPostgres } from '../../tests/builders/road-to-postgres';
import { aClient, aPractice, aWorld, anAppointment } from '../../tests/builders/practice';
import { asSuperuser, until } from '../../tests/builders/sql';

const world = aWorld();
const api = anApi(world);

async function withApi<T>(options: Parameters<typeof startApi>[1], work: (api: TestApi) => Promise<T>): Promise<T> {
  const [own, close] = await startApi(world(), options);
  try {
    return await work(own);
  } finally {
    await close();
  }
}

describe('whatever is answered', () => {
  test('is kept nowhere, shown in no frame, guessed at by nobody, and says nothing of who made it', async () => {
    const practice = await aPractice(world());
    const caller = await api().as(practice, 'front_desk');
    const answers = [
      await caller.get('/api/session'),
      await caller.get('/api/nothing'),
      await caller.get(`/api/clients/${newId()}`),
      await caller.post('/api/clients/search', {}),
      await caller.send({ method: 'POST', path: '/api/clients/search', raw: '{' }),
      await caller.send({ method: 'PATCH', path: '/api/session' }),
      await caller.send({ method: 'DELETE', path: '/api/session', headers: { origin: 'https://evil.example' } }),
      await api().stranger().get('/api/session'),
      await api().stranger('client').get('/api/openapi.json'),
      await api().stranger().get('/api/docs'),
      await api().stranger('client').send({ method: 'POST', path: '/callbacks/messages/sms' }),
    ];
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'kept-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      const policy = headers['content-security-policy'];
      for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
    expect(new Set(answers.map(({ headers }) => headers['kept-request-id'])).size).toBe(answers.length);
  });

  test('carries the fields that its contract lists and no other', async () => {
    const practice = await aPractice(world());
    const id = await anAppointment(practice);
    const caller = await api().as(practice, 'administrator');
    await caller.post(`/api/appointments/${id}/confirm`, {}, { version: 1 });
    for (const { contract } of api().routes.staff) {
      if (contract.kind !== 'read' || contract.path === '/live') continue;
      const filter = contract.path === '/timeline/search' ? { filter: { entity: 'appointment', refId: id } } : {};
      const body = contract.path === '/calendar/day' ? { day: '2026-12-01' } : filter;
      const path = `/api${contract.path.replace(':id', id)}`;
      const answer = contract.method === 'get' ? await caller.get(path) : await caller.post(path, body);
      if (answer.status !== 200) continue;
      const said: unknown = contract.produces === 'application/json' ? answer.body : answer.text;
      const only = contract.response.safeParse(said);
      expect([contract.path, only.error?.issues ?? []]).toEqual([contract.path, []]);
      expect([contract.path, said]).toEqual([contract.path, only.data]);
    }
  });
});

describe('what fails', () => {
  const secret = 'Ana Whitfield +12125550134';
  const broken = (thrown: unknown): Database => ({
    ...world().app,
    inPractice: async () => {
      throw thrown; // oxlint-disable-line typescript/only-throw-error -- what libraries throw need not be an error
    },
  });

  test('by a defect says internal and a number, and nothing of what went wrong; the log says where, without values', async () => {
    const practice = await aPractice(world());
    for (const error of [
      new TypeError(secret),
      Object.assign(new Error(secret), { code: 'XX000', detail: secret }),
      secret,
    ])
      await withApi({ database: broken(error) }, async (own) => {
        const answer = await (await own.as(practice, 'front_desk')).get('/api/practice');
        expect(answer.body).toEqual({
          type: '/problems/internal',
          title: expect.any(String),
          detail: expect.any(String),
          status: 500,
          code: 'internal',
          requestId: expect.any(String),
          errors: [],
        });
        const defect = own.lines.find((line) => line.includes('request.defect'));
        expect(JSON.parse(defect ?? '{}')).toMatchObject({
          level: 'error',
          route: 'GET /practice',
          requestId: answer.body.requestId,
          kind: error instanceof Error ? error.name : 'string',
        });
        expect(own.lines.join('') + answer.text + JSON.stringify(answer.headers)).not.toMatch(/Ana|Whitfield|212555/);
      });
  });

  test('because an answer of ours breaks its contract is a defect, not the caller’s mistake, and changes nothing', async () => {
    const practice = await aPractice(world());
    await asSuperuser(world().urls, (sql) =>
      sql.query(`update kept.practice_policies set reminders = '[{"code":"${secret}"}]' where practice_id = $1`, [
        practice.id,
      ]),
    );
    const answer = await (await api().as(practice, 'front_desk')).get('/api/practice');
    expect(answer.body).toMatchObject({ status: 500, code: 'internal', errors: [] });
    expect(answer.text).not.toContain('Ana');
  });

  test('leaves the record as it was', async () => {
    const practice = await aPractice(world());
    const id = await anAppointment(practice);
    const failing: Database = {
      ...world().app,
      inPractice: (entering, act, work, call) =>
        world().app.inPractice(entering, act, work, {
          ...call,
          beforeCommit: async (...seen) => {
            await call?.beforeCommit?.(...seen);
            if (act?.route?.endsWith('/cancel')) throw new Error('the last moment');
          },
        }),
    };
    await withApi({ database: failing }, async (own) => {
      const caller = await own.as(practice, 'front_desk');
      const answer = await caller.post(`/api/appointments/${id}/cancel`, { reason: 'client_asked' }, { version: 1 });
      expect(answer.status).toBe(500);
      expect((await caller.get(`/api/appointments/${id}`)).body).toMatchObject({ state: 'scheduled', version: 1 });
    });
  });
});

describe('without its database', () => {
  test('everything that needs it says try again, soon enough, and works again by itself when it is back', async () => {
    const practice = await aPractice(world());
    const clientId = await aClient(practice);
    const road = await aRoadToPostgres(world().urls.app);
    const database = openDatabase({ url: road.url, name: 'kept road', poolSize: 5, waitMs: 800, answerMs: 800 });
    try {
      await withApi({ database }, async (own) => {
        const caller = await own.as(practice, 'front_desk');
        const ask = () => caller.get(`/api/clients/${clientId}`);
        expect((await ask()).status).toBe(200);
        const key = newId();
        for (const away of [() => road.shut(), async () => road.stall()]) {
          await away();
          for (const answer of await Promise.all([
            ask(),
            caller.post('/api/clients/search', {}),
            caller.post('/api/session', { email: 'a@example.org', password: 'x' }),
            caller.post(`/api/clients/${clientId}/change`, { pronouns: 'they' }, { version: 1, key }),
          ])) {
            expect(answer.body).toMatchObject({ status: 503, code: 'try_again' });
            expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
          }
          const quick = performance.now();
          await ask();
          expect(performance.now() - quick).toBeLessThan(4_000);
          await road.open();
          await until(async () => (await ask()).status === 200);
        }
        const changed = await caller.post(`/api/clients/${clientId}/change`, { pronouns: 'they' }, { version: 1, key });
        expect(changed.body).toMatchObject({ pronouns: 'they', version: 2 });
        const log = own.lines.join('');
        expect(log).toContain('request.unanswered');
        expect(log).not.toContain('request.defect');
      });
    } finally {
      await database.close();
      await road.close();
    }
  });
});
