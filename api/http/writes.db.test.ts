import { openDatabase } from '../../domain/database/database';
import { newId } from '../../domain/ids';
import { type Caller, anApi, startApi } from '../../tests/builders/api';
import { aClient, aPractice, anAppointment, aWorld, times, type TestPractice } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';

const world = aWorld();
const api = anApi(world);
let practice: TestPractice;
let desk: Caller;
beforeAll(async () => {
  practice = await aPractice(world());
  desk = await api().as(practice, 'front_desk');
});

const pronouns = (value: string) => ({ pronouns: value });
const changeOf = (id: string) => `/api/clients/${id}/change`;
const aRegistration = () => ({
  firstName: 'Noa',
  lastName: `Lind-${newId()}`,
  birthDate: '1988-03-02',
  zone: 'America/New_York',
  contacts: [],
  consents: [],
});
const howMany = (lastName: string) =>
  practice.as('front_desk', async (tx) => {
    const row = await tx.one<{ n: number }>`
      select count(*)::int as n from clients where practice_id = ${tx.practiceId} and last_name = ${lastName}`;
    return row?.n;
  });

describe('the version of a record', () => {
  test('is its ETag, rises with each write, and is what If-Match names', async () => {
    const id = await aClient(practice);
    const read = await desk.get(`/api/clients/${id}`);
    expect([read.headers.etag, read.body.version]).toEqual(['"1"', 1]);
    const written = await desk.post(changeOf(id), pronouns('they'), { version: 1 });
    expect([written.status, written.headers.etag, written.body.version]).toEqual([200, '"2"', 2]);
    expect((await desk.get(`/api/clients/${id}`)).headers.etag).toBe('"2"');
  });

  test('has to be named: without it, or written in any other way, nothing is changed', async () => {
    const id = await aClient(practice);
    for (const match of [null, '', '1', '"one"', 'W/"1"', '"1", "2"', '*', '"-1"', '"1.0"', '"99999999999"']) {
      const answer = await desk.post(changeOf(id), pronouns('they'), { headers: { 'if-match': match } });
      expect([match, answer.status, answer.body.code]).toEqual([match, 428, 'precondition_missing']);
    }
    expect((await desk.get(`/api/clients/${id}`)).body).toMatchObject({ version: 1, pronouns: 'she' });
  });

  test('that is stale is refused with the record as it is now', async () => {
    const id = await aClient(practice);
    await desk.post(changeOf(id), pronouns('they'), { version: 1 });
    for (const version of [1, 3, 0]) {
      const answer = await desk.post(changeOf(id), pronouns('he'), { version });
      expect(answer.body).toMatchObject({ status: 412, code: 'stale_version', params: { version: 2 } });
      expect(answer.body.current).toEqual((await desk.get(`/api/clients/${id}`)).body);
    }
  });

  test('that is stale shows the record only as far as this caller may see it', async () => {
    const mine = await aClient(practice, { clinicians: [practice.clinician] });
    const id = await anAppointment(practice, { clientId: mine });
    const clinician = await api().as(practice, 'clinician');
    const stale = await clinician.post(`/api/appointments/${id}/confirm`, {}, { version: 9 });
    expect(stale.body).toMatchObject({ code: 'stale_version', current: { clientId: mine, version: 1 } });
    const theirs = await anAppointment(await aPractice(world()));
    const hidden = await clinician.post(`/api/appointments/${theirs}/confirm`, {}, { version: 9 });
    expect([hidden.status, hidden.body.current]).toEqual([404, undefined]);
  });

  test('lets one of many who saw the same through, and shows the others what came of it', async () => {
    const id = await aClient(practice);
    const answers = await Promise.all(times(20, (n) => desk.post(changeOf(id), pronouns(`p${n}`), { version: 1 })));
    const [won, ...rest] = answers.toSorted((a, b) => a.status - b.status);
    expect(won?.status).toBe(200);
    for (const lost of rest)
      expect(lost.body).toMatchObject({ status: 412, current: { version: 2, pronouns: won?.body.pronouns } });
  });
});

test('a change touches what it names and nothing else', async () => {
  const id = await aClient(practice, { preferredName: 'Annie', language: 'es' });
  const before = (await desk.get(`/api/clients/${id}`)).body;
  const after = (await desk.post(changeOf(id), { lastName: 'Field' }, { version: 1 })).body;
  expect(after).toEqual({ ...before, version: 2, lastName: 'Field', name: 'Annie Field', legalName: 'Ana Field' });
});

describe('the key of a write', () => {
  test('has to be there, and be of a kind that nobody types', async () => {
    for (const key of [null, '', 'short', 'with a space inside', 'x'.repeat(101), 'semi;colon'])
      expect((await desk.post('/api/clients', aRegistration(), { key })).body).toMatchObject({
        status: 400,
        code: 'idempotency_key_missing',
      });
  });

  test('makes a repeated request the same request: the record is answered, nothing is done again', async () => {
    const [key, body] = [newId(), aRegistration()];
    const first = await desk.post('/api/clients', body, { key });
    const again = await desk.post('/api/clients', body, { key });
    expect(first.status).toBe(201);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await howMany(body.lastName)).toBe(1);
  });

  test('is judged before the version: repeating a change answers it, though the record has moved on', async () => {
    const [id, key] = [await aClient(practice), newId()];
    await desk.post(changeOf(id), pronouns('they'), { version: 1, key });
    await desk.post(changeOf(id), { preferredName: 'Annie' }, { version: 2 });
    const again = await desk.post(changeOf(id), pronouns('they'), { version: 1, key });
    expect(again.status).toBe(200);
    expect(again.headers.etag).toBe('"3"');
    expect(again.body).toMatchObject({ version: 3, pronouns: 'they', preferredName: 'Annie' });
  });

  test('belongs to one request: with another body, version, record or route it is refused and nothing is done', async () => {
    const [id, other, key] = [await aClient(practice), await aClient(practice), newId()];
    await desk.post(changeOf(id), pronouns('they'), { version: 1, key });
    for (const [path, body, version] of [
      [changeOf(id), pronouns('he'), 1],
      [changeOf(id), pronouns('they'), 2],
      [changeOf(other), pronouns('they'), 1],
      [`/api/clients/${id}/consents`, { channel: 'voice', granted: true }, 1],
    ] as const) {
      const answer = await desk.post(path, body, { version, key });
      expect(answer.body).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    }
    expect((await desk.get(`/api/clients/${other}`)).body.version).toBe(1);
  });

  test('belongs to one person: somebody else’s key of the same name is another', async () => {
    const [key, body] = [newId(), aRegistration()];
    await desk.post('/api/clients', body, { key });
    const other = aRegistration();
    const supervisor = await api().as(practice, 'supervisor');
    expect((await supervisor.post('/api/clients', other, { key })).status).toBe(201);
  });

  test('that was spent on a refused request is free again', async () => {
    const [key, body] = [newId(), aRegistration()];
    expect((await desk.post('/api/clients', { ...body, zone: 'Nowhere/At_All' }, { key })).status).toBe(422);
    expect((await desk.post('/api/clients', body, { key })).status).toBe(201);
  });

  test('answers a repeated request by the rights of now: whoever lost sight of the record is told that it is not there', async () => {
    const clientId = await aClient(practice, { clinicians: [practice.clinician] });
    const id = await anAppointment(practice, { clientId, start: '2028-03-01T10:00' });
    const [clinician, key] = [await api().as(practice, 'clinician'), newId()];
    const confirm = () => clinician.post(`/api/appointments/${id}/confirm`, {}, { version: 1, key });
    expect((await confirm()).status).toBe(200);
    await practice.as(
      'front_desk',
      (tx) =>
        tx.all`update care_team set ended_at = now() where practice_id = ${tx.practiceId} and client_id = ${clientId}`,
    );
    expect((await confirm()).body).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('of a hundred requests at once lets one do it, and answers all of them alike', async () => {
    const [key, body] = [newId(), aRegistration()];
    const answers = await Promise.all(times(100, () => desk.post('/api/clients', body, { key })));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(await howMany(body.lastName)).toBe(1);
  });

  test('under which somebody is still at work says so, instead of waiting for ever', async () => {
    const url = new URL(world().urls.app);
    url.searchParams.set('options', '-c lock_timeout=200ms');
    const database = openDatabase({ url: url.href, name: 'kept impatient', poolSize: 3 });
    const [own, close] = await startApi(world(), { database });
    try {
      const caller = await own.as(practice, 'front_desk');
      const [key, body, member] = [newId(), aRegistration(), await practice.member('front_desk')];
      await asSuperuser(world().urls, async (sql) => {
        await sql.query('begin');
        await sql.query(
          'insert into kept.idempotency_keys (practice_id, membership_id, key, request_hash) values ($1, $2, $3, $4)',
          [practice.id, member, key, Buffer.alloc(32)],
        );
        expect((await caller.post('/api/clients', body, { key })).body).toMatchObject({
          status: 409,
          code: 'in_progress',
        });
        await sql.query('rollback');
      });
      expect((await caller.post('/api/clients', body, { key })).status).toBe(201);
    } finally {
      await close();
      await database.close();
    }
  });
});
