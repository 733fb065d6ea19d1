import { gzipSync } from 'node:zlib';
import { newId } from '../../domain/ids';
import { anApi, type Answered, origins } from '../../tests/builders/api';
import { aClient, aPractice, anAppointment, aWorld, type TestPractice } from '../../tests/builders/practice';

const world = aWorld();
const api = anApi(world);
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world());
});

const desk = () => api().as(practice, 'front_desk');
const withoutId = (answer: Answered) => ({ ...(answer.body as object), requestId: '' });
const registration = {
  firstName: 'Ana',
  lastName: 'Whitfield',
  birthDate: '1990-05-04',
  zone: 'America/New_York',
  contacts: [],
  consents: [],
};

describe('a problem', () => {
  test('is told as application/problem+json with its code, a sentence, a number, and nothing else', async () => {
    const answer = await (await desk()).get(`/api/clients/${newId()}`);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toEqual({
      type: '/problems/not_found',
      title: 'This is not here',
      status: 404,
      code: 'not_found',
      detail: expect.any(String),
      requestId: answer.headers['kept-request-id'],
      errors: [],
    });
  });

  test('is told in Spanish to whoever reads Spanish, and in English to everyone else', async () => {
    const caller = await desk();
    const title = async (language: string) => {
      const answer = await caller.get(`/api/clients/${newId()}`, { 'accept-language': language });
      return [answer.headers['content-language'], answer.body.title as string];
    };
    expect(await title('es-MX,es;q=0.9,en;q=0.5')).toEqual(['es', 'Esto no está aquí']);
    expect(await title('en-US,en;q=0.9,es;q=0.5')).toEqual(['en', 'This is not here']);
    expect(await title('fr')).toEqual(['en', 'This is not here']);
  });

  test('names each field that is wrong by a JSON pointer, with a code that has words', async () => {
    const answer = await (
      await desk()
    ).post('/api/clients', {
      firstName: 5,
      lastName: ' ',
      birthDate: '2026-02-30',
      zone: 'x'.repeat(61),
      language: 'fr',
      contacts: [{ kind: 'mobile' }, { kind: 'pigeon', value: 'x', 'a/b~c': 1 }],
      consents: [],
      clinicians: ['nobody'],
    });
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('invalid');
    expect(answer.body.errors).toEqual([
      { pointer: '/firstName', code: 'wrong_kind' },
      { pointer: '/lastName', code: 'required' },
      { pointer: '/birthDate', code: 'day_malformed' },
      { pointer: '/zone', code: 'too_long', params: { max: 60 } },
      { pointer: '/language', code: 'not_one_of' },
      { pointer: '/contacts/0/value', code: 'required' },
      { pointer: '/contacts/1/kind', code: 'not_one_of' },
      { pointer: '/contacts/1/a~1b~0c', code: 'unknown_field' },
      { pointer: '/clinicians/0', code: 'not_an_id' },
    ]);
  });
});

describe('a body', () => {
  const post = async (sent: object) => (await desk()).send({ method: 'POST', path: '/api/clients/search', ...sent });

  test('that is no JSON is malformed, and so are a bare word and broken compression', async () => {
    for (const raw of ['{"filter":', 'nonsense', '"word"', '{"a":1}}'])
      expect((await post({ raw })).body).toMatchObject({ status: 400, code: 'malformed' });
    const broken = await post({ raw: Buffer.from('not gzip'), headers: { 'content-encoding': 'gzip' } });
    expect(broken.body).toMatchObject({ status: 400, code: 'malformed' });
  });

  test('of another type, letters or compression than agreed is refused as such', async () => {
    for (const headers of [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'application/json; charset=latin1' },
      { 'content-encoding': 'snappy' },
      { 'content-type': null },
    ])
      expect((await post({ raw: '{}', headers })).body).toMatchObject({ status: 415, code: 'unsupported_media' });
  });

  test('of more than 256 kB is too large, also when it was packed small', async () => {
    const large = JSON.stringify({ filter: { text: 'x'.repeat(300_000) } });
    expect((await post({ raw: large })).body).toMatchObject({ status: 413, code: 'too_large' });
    const packed = await post({ raw: gzipSync(large), headers: { 'content-encoding': 'gzip' } });
    expect(packed.body).toMatchObject({ status: 413, code: 'too_large' });
  });

  test('with a field that the contract does not list is refused, whatever the field is called', async () => {
    for (const raw of ['{"extra":1}', '{"filter":{"practiceId":"x"}}', '{"__proto__":{}}', '{"constructor":1}']) {
      const answer = await post({ raw });
      expect(answer.body).toMatchObject({ status: 422, code: 'invalid', errors: [{ code: 'unknown_field' }] });
    }
  });

  test('that is missing names what is missing, and one with a character that Postgres cannot keep names the field', async () => {
    expect((await post({})).body).toMatchObject({ status: 422, errors: [{ pointer: '', code: 'required' }] });
    const answer = await post({ body: { filter: { text: 'a\0b' } } });
    expect(answer.body.errors).toEqual([{ pointer: '/filter/text', code: 'character_not_allowed' }]);
  });
});

describe('what is not there', () => {
  test('looks like what may not be seen: an unknown id, another practice’s, no id at all, no such route, no such right', async () => {
    const [elsewhere, biller] = [await aPractice(world()), await api().as(practice, 'biller')];
    const theirs = await aClient(elsewhere);
    const answers = [
      await biller.get(`/api/clients/${newId()}`),
      await biller.get(`/api/clients/${theirs}`),
      await biller.get('/api/clients/17'),
      await biller.get(`/api/clients/${newId().toUpperCase()}`),
      await biller.get(`/api/clients/${newId()}%00`),
      await biller.get('/api/nothing-of-the-kind'),
      await biller.get('/api/system'),
      await biller.get(`/api/messages/${newId()}`),
      await biller.post('/api/clients', registration),
    ];
    for (const answer of answers) expect(withoutId(answer)).toEqual(withoutId(answers[0]!));
  });

  test('a path that cannot be read is malformed, and shows nothing of what failed', async () => {
    for (const path of ['/api/clients/%E0%A4%A', '/%E0%A4%A']) {
      const answer = await (await desk()).get(path);
      expect(answer.status).toBe(400);
      expect(answer.text).not.toMatch(/URIError|at |node_modules/);
    }
  });
});

describe('a method', () => {
  test('that a known path does not have is refused with those that it has', async () => {
    const allowed = new Map<string, Set<string>>();
    for (const door of ['staff', 'client'] as const)
      for (const { contract } of api().routes[door]) {
        const methods = allowed.get(`${door} ${contract.path}`) ?? new Set<string>();
        methods.add(contract.method.toUpperCase());
        if (contract.method === 'get') methods.add('HEAD');
        allowed.set(`${door} ${contract.path}`, methods);
      }
    for (const path of ['/openapi.json', '/docs', '/docs.css']) allowed.set(`staff ${path}`, new Set(['GET', 'HEAD']));
    for (const [key, methods] of allowed) {
      const [door = '', path = ''] = key.split(' ');
      const caller = api().stranger(door === 'staff' ? 'staff' : 'client');
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
        if (methods.has(method)) continue;
        const answer = await caller.send({ method, path: `/api${path.replaceAll(/:\w+/g, newId())}` });
        expect([key, method, answer.status, answer.headers.allow]).toEqual([
          key,
          method,
          405,
          [...methods].toSorted().join(', '),
        ]);
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
    }
  });

  test('that asks reaches the route with the plain name, not the one with an id', async () => {
    const answer = await (
      await desk()
    ).post('/api/appointments/free-times', {
      clinicianId: practice.clinician,
      typeId: practice.types['therapy'],
      start: '2027-03-01T10:00',
    });
    expect(answer.status).toBe(200);
  });
});

describe('another site', () => {
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'https://kept.example.org.evil.example' },
    { origin: 'http://kept.example.org' },
    { origin: 'null' },
    { origin: origins.portal },
    { origin: null },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none', origin: null },
    { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
  ];

  const writesOf = (door: 'staff' | 'client') =>
    api().routes[door].flatMap(({ contract }) =>
      contract.method === 'get'
        ? []
        : [{ method: contract.method.toUpperCase(), path: `/api${contract.path.replaceAll(/:\w+/g, newId())}` }],
    );

  test('changes nothing: every write of both doors refuses it, signed in or not', async () => {
    const client = await aClient(practice);
    const callers = [
      api().stranger(),
      await api().as(practice, 'administrator'),
      api().stranger('client'),
      await api().asClient(practice, client),
    ];
    for (const caller of callers)
      for (const write of writesOf(caller.door)) {
        const headers = { 'idempotency-key': newId(), 'if-match': '"1"', origin: 'https://evil.example' };
        const answer = await caller.send({ ...write, body: {}, headers });
        expect([write.path, answer.status, answer.body.code]).toEqual([write.path, 403, 'foreign_origin']);
      }
  });

  test('is known by its Origin or by what the browser says of it, and whoever says neither is taken for one', async () => {
    const caller = await desk();
    for (const headers of foreign) {
      const answer = await caller.send({ method: 'DELETE', path: '/api/session', headers });
      expect([headers, answer.body.code]).toEqual([headers, 'foreign_origin']);
    }
    expect((await caller.get('/api/session')).status).toBe(200);
  });

  test('our own page is let in by either header', async () => {
    const caller = await desk();
    for (const headers of [{}, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'same-origin', origin: null }])
      expect((await caller.post('/api/clients/search', {}, { headers })).status).toBe(200);
  });

  test('asking never changes anything: after every GET the practice is as it was, but for the audit', async () => {
    const appointmentId = await anAppointment(practice);
    const state = () =>
      practice.as('auditor', async (tx) => {
        const { rows } = await tx.rows.raw<{ rows: unknown[] }>(
          `select (select jsonb_agg(a order by id) from appointments a) as a, (select jsonb_agg(c order by id) from clients c) as c,
                  (select jsonb_agg(n order by id) from next_steps n) as n, (select jsonb_agg(w order by id) from work_items w) as w,
                  (select jsonb_agg(t order by id) from timeline t) as t, (select jsonb_agg(m order by id) from messages m) as m,
                  (select jsonb_agg(h order by id) from time_holds h) as h, (select jsonb_agg(p order by key) from preferences p) as p`,
        );
        return rows;
      });
    const caller = await api().as(practice, 'administrator');
    const [before, session] = [await state(), await caller.get('/api/session')];
    for (const { contract } of api().routes.staff)
      if (contract.method === 'get' && contract.path !== '/live')
        await caller.get(`/api${contract.path.replace(':id', appointmentId)}`);
    expect(await state()).toEqual(before);
    expect((await caller.get('/api/session')).body).toEqual(session.body);
  });
});
