import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import { google, type temporal } from '@temporalio/proto';
import { hashPassword } from '../../integrations/password/password';
import { payloadCodec } from '../../worker/payload/codec';
import { aPerson } from '../builders/people';
import { type TestPractice, aPractice, aWorld, anAppointment } from '../builders/practice';
import { oneText } from '../builders/protocol';
import { asSuperuser } from '../builders/sql';
import { startFor } from '../builders/flow';
import { testAddress, until } from '../builders/temporal';
import { type RealProcesses, anEchoingVendor, realProcesses } from './real-processes';

/** Planted where people write and speak of people: whoever finds one of them outside Postgres has found a leak. */
const canaries = {
  first: 'Zsofia',
  last: 'Quetzalbird',
  preferred: 'Zosia',
  phone: '2125550187',
  dialled: '555-0187',
  email: 'zsofia.q',
  born: '1971-03-09',
  bornAsTyped: '3/9/1971',
  diagnosis: 'F41.1',
  freeText: 'panic disorder',
  password: 'nine slow otters under the pier',
};
const world = aWorld();
let connection: Connection;
let namespace: string;
beforeAll(async () => {
  connection = await Connection.connect({ address: testAddress() });
  namespace = `canary-${randomBytes(6).toString('hex')}`;
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: google.protobuf.Duration.fromObject({ seconds: 86_400 }),
  });
});
afterAll(() => connection.close());

const leaksIn = (places: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) =>
  Object.entries(places).flatMap(([place, text]) =>
    Object.entries({ ...canaries, ...more })
      .filter(([, canary]) => text.toLowerCase().includes(canary.toLowerCase()))
      .map(([name]) => `${place}: ${name}`),
  );

/** Someone at the front desk, by HTTP as her browser would ask. */
async function atTheDesk(processes: RealProcesses, practice: TestPractice) {
  const { email } = await aPerson(practice, { passwordHash: await hashPassword(canaries.password) });
  let cookie = '';
  const send = async (method: string, at: string, body?: unknown, more: Record<string, string> = {}) => {
    const headers = {
      origin: processes.origin,
      cookie,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...more,
    };
    const raw = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`http://127.0.0.1:${processes.port}${at}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: raw }),
    });
    return { status: response.status, cookies: response.headers.getSetCookie(), text: await response.text() };
  };
  await send('POST', '/api/session', { email, password: `${canaries.password}!` });
  const opened = await send('POST', '/api/session', { email, password: canaries.password });
  cookie = opened.cookies.map((one) => one.split(';')[0]).join('; ');
  const id = async (at: string, body: unknown) => {
    const answer = await send('POST', at, body);
    if (answer.status !== 201) throw new Error(`${at}: ${answer.status} ${answer.text}`);
    return (JSON.parse(answer.text) as { id: string }).id;
  };
  return { send, id, token: cookie.split('=')[1] ?? '' };
}

const zsofia = {
  firstName: canaries.first,
  lastName: canaries.last,
  preferredName: canaries.preferred,
  pronouns: null,
  birthDate: canaries.born,
  zone: 'America/New_York',
  language: 'en',
  contacts: [
    { kind: 'mobile', value: `+1${canaries.phone}`, leaveMessage: false },
    { kind: 'email', value: `${canaries.email}@example.org`, leaveMessage: false },
  ],
  consents: ['sms', 'email'],
  clinicians: [],
  notADouble: false,
};

/** Everything that the engine has recorded in the namespace, decrypted. */
async function decodedHistories(processes: RealProcesses): Promise<string> {
  const client = new Client({ connection, namespace });
  const codec = payloadCodec([processes.payloadKey]);
  const texts: string[] = [];
  for await (const { workflowId, runId } of client.workflow.list()) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    texts.push(workflowId, JSON.stringify(await decoded(events ?? [], codec)));
  }
  return texts.join('\n');
}

/** The same with every payload in clear, at whatever depth. */
async function decoded(value: unknown, codec: PayloadCodec): Promise<unknown> {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return Promise.all(value.map((one) => decoded(one, codec)));
  if (typeof value !== 'object' || value === null) return value;
  const payload = value as temporal.api.common.v1.IPayload;
  if (payload.metadata && payload.data) {
    // what the SDK writes of itself into a marker is in the clear anyway
    const [clear] = payload.metadata['key'] ? await codec.decode([payload]) : [payload];
    return { clear: Buffer.from(clear?.data ?? []).toString('utf8') };
  }
  const entries = Object.entries(value).map(async ([name, one]) => [name, await decoded(one, codec)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

test('names, numbers, birth dates, diagnoses and what people type are in no log, no metric and no history, whatever goes wrong', async () => {
  const vendor = await anEchoingVendor();
  const processes = await realProcesses(world(), namespace, vendor.setting);
  try {
    const practice = await aPractice(world(), { policy: oneText, name: 'Cedar' });
    const desk = await atTheDesk(processes, practice);

    // the main uses
    const clientId = await desk.id('/api/clients', zsofia);
    for (const text of [canaries.last, canaries.dialled, canaries.bornAsTyped, canaries.preferred])
      expect((await desk.send('POST', '/api/clients/search', { filter: { text }, range: [0, 9] })).text).toContain(
        clientId,
      );
    const title = `${canaries.diagnosis} ${canaries.freeText}`;
    const block = { resourceId: practice.clinician, kind: 'meeting', title, start: '2027-03-02T09:00', minutes: 30 };
    await desk.id('/api/blocks', block);
    const booking = { clientId, clinicianId: practice.clinician, typeId: practice.types['therapy'], roomId: null };
    const ahead = await desk.id('/api/appointments', { ...booking, start: '2027-03-02T14:00' });
    // reminders that are due in a moment: the first three meet a vendor that says back what it was told
    const dueSoon = (ms: number) => anAppointment(practice, { at: startFor(ms), clientId, doubleBook: true });
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) ids.push(await dueSoon(1_500 + n * 200));
    await until(() => Promise.resolve(vendor.heard.length >= 4));
    expect(leaksIn({ vendor: vendor.heard.join() })).toEqual(['vendor: phone']);

    // bad requests of every kind
    const wrong = [
      await desk.send('POST', '/api/clients', `{"firstName":"${canaries.first}`),
      await desk.send('POST', '/api/clients', { ...zsofia, birthDate: `${canaries.born} ${canaries.freeText}` }),
      await desk.send('POST', '/api/clients', { ...zsofia, [canaries.last]: canaries.diagnosis }),
      await desk.send('POST', '/api/clients', zsofia), // a double
      await desk.send('POST', '/api/clients', canaries.freeText.repeat(100_000)),
      await desk.send('POST', '/api/clients', zsofia, { origin: `https://${canaries.last}.example` }),
      await desk.send('GET', `/api/clients/${canaries.last}?name=${canaries.first}`),
      await desk.send('GET', `/api/${canaries.last}?text=${canaries.phone}`),
      await desk.send('GET', `/${canaries.first}/${canaries.email}`),
      await desk.send(
        'POST',
        `/api/appointments/${ahead}/cancel`,
        { reason: canaries.freeText },
        { 'if-match': canaries.last },
      ),
    ];
    expect(
      wrong.map(({ status }) => status).filter((status) => status < 400 || status >= 500).length,
    ).toBeLessThanOrEqual(1);

    // errors of the database, which say the row: of the api, and of an activity
    await asSuperuser(world().urls, async (sql) => {
      await sql.query(
        "alter table kept.client_contacts add constraint canary check (value not like '%0187x') not valid",
      );
      await sql.query("alter table kept.clients add constraint canary check (pronouns is distinct from 'canary')");
      await sql.query(`
        create function kept.crash() returns trigger language plpgsql as
          $$ begin raise exception 'cannot write to % of %', new.to_address, new.body; end $$;
        create trigger crash before update on kept.messages for each row execute function kept.crash();`);
    });
    const defect = await desk.send('POST', '/api/clients', { ...zsofia, pronouns: 'canary', notADouble: true });
    expect(defect.status).toBe(500);
    expect(leaksIn({ defect: defect.text })).toEqual([]);
    const complaints = () => processes.logs()['worker']?.split('"level":"warn"').length ?? 0;
    const [before, sent] = [complaints(), vendor.heard.length];
    await dueSoon(500);
    await until(() => Promise.resolve(complaints() > before));
    await asSuperuser(world().urls, (sql) =>
      sql.query('drop trigger crash on kept.messages; drop function kept.crash()'),
    );
    await until(() => Promise.resolve(vendor.heard.length > sent));

    // connections that break in the middle
    await asSuperuser(world().urls, (sql) =>
      sql.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename in ('kept_app', 'kept_worker') and application_name like 'kept %' and application_name <> 'kept test'",
      ),
    );
    await desk.send('POST', '/api/clients/search', { filter: { text: canaries.last }, range: [0, 9] });

    const histories = await decodedHistories(processes);
    const places: Readonly<Record<string, string>> = {
      ...processes.logs(),
      ...(await processes.privateAnswers()),
      histories,
    };
    // there is something to look at
    expect(places['api']).toMatch(/"event":"request".*"route":"POST \/clients\/search"/);
    expect(places['api']).toContain('request.defect');
    expect(places['worker']).toContain('started');
    expect(places['api /metrics']).toContain('kept_request_seconds');
    for (const id of ids) expect(histories).toContain(`appt/${id}`);
    expect(histories).toContain('"clear":');
    expect(leaksIn(places, { session: desk.token })).toEqual([]);
  } finally {
    await processes.end();
    await vendor.close();
  }
});

test('what nobody caught ends a process without its text', () => {
  const log = path.join(__dirname, '../../dist/integrations/log');
  const script = `
    const { openLog } = require('${log}/logger.js');
    require('${log}/last-words.js').lastWords(openLog({ name: 'api', level: 'info' }));
    process.emitWarning('${canaries.last}');
    setTimeout(() => process.exit(0), 5000);
    setImmediate(() => PROVOKED);`;
  for (const provoked of [
    `Promise.reject(new Error('${canaries.last}'))`,
    `{ throw new Error('${canaries.last}') }`,
    `Promise.reject('${canaries.last}')`,
  ]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script.replace('PROVOKED', provoked)], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, expect.stringMatching(/process\.(uncaught|unhandled)/)]);
    expect(leaksIn({ stdout, stderr })).toEqual([]);
  }
});
