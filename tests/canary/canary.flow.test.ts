import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { google } from '@temporalio/proto';
import { recordAgreement } from '../../domain/practice/record-agreement';
import { startFor } from '../builders/flow';
import { aPractice, aWorld, anAppointment } from '../builders/practice';
import { oneText } from '../builders/protocol';
import { asSuperuser } from '../builders/sql';
import { testAddress, until } from '../builders/temporal';
import { canaries, leaksIn, zsofia } from './canaries';
import { decodedHistories } from './decoded-histories';
import { anEchoingMailServer, anEchoingVendor } from './echoing-vendors';
import { type PersonAtDoor, atTheDesk, atThePortal, withALink } from './people-at-doors';
import { realProcesses } from './real-processes';

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

/** A text an hour before, and a mail four hours before: an appointment in an hour gets the first, one in four hours the second. */
const textAndMail = {
  ...oneText,
  reminders: [...oneText.reminders, { code: 'reminder_4h', channel: 'email' as const, hoursBefore: 4 }],
};
const threeHours = 3 * 3_600_000;

/** All that someone can do with the link of a message: rightly, wrongly, and with what she was not given. */
async function followLink(holder: PersonAtDoor, token: string): Promise<void> {
  await holder.send('GET', `/a/${token}`);
  const opened = await holder.send('POST', '/api/links/open', { token });
  const { appointments } = JSON.parse(opened.text) as { appointments: readonly { id: string }[] };
  const statuses = [
    await holder.send('POST', '/api/links/confirm', { token, appointmentId: appointments[0]?.id }),
    await holder.send('POST', '/api/links/open', { token: `${token}x` }),
    await holder.send('POST', '/api/links/open', { token, text: canaries.freeText }),
    await holder.send('GET', `/api/links/open?token=${token}&who=${canaries.last}`),
    await holder.send('POST', '/api/links/confirm', `{"token":"${token}","appointmentId":"${canaries.last}`),
  ].map(({ status }) => status);
  expect(statuses).toEqual([200, 404, 422, 405, 400]);
}

/** What a client does who has signed in, and what she types where nothing of the kind belongs. */
async function lookAtOwn(client: PersonAtDoor): Promise<void> {
  const search = (filter: object) => client.send('POST', '/api/appointments/search', { filter, range: [0, 9] });
  const statuses = [
    await search({ ahead: true }),
    await search({ text: `${canaries.first} ${canaries.last}` }),
    await client.send('GET', '/api/practice'),
    await client.send('GET', `/api/appointments/${canaries.last}`),
    await client.send('POST', `/api/appointments/${canaries.email}/confirm`, {}, { 'if-match': canaries.diagnosis }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([200, 422, 200, 404, 404]);
  // a page, or none where the portal was not built: its address is logged nowhere either way
  await client.send('GET', `/appointments?name=${canaries.first}&born=${canaries.born}`);
}

test('names, numbers, birth dates, diagnoses and what people type are in no log, no metric and no history, whatever goes wrong', async () => {
  const vendor = await anEchoingVendor();
  const mail = await anEchoingMailServer();
  const processes = await realProcesses(world(), namespace, { sms: vendor.setting, mail: mail.setting });
  try {
    const practice = await aPractice(world(), { policy: textAndMail, name: 'Cedar' });
    // without it the mail server would be handed nothing
    const agreement = { vendor: 'smtp', services: ['mail'], signedOn: '2026-01-01', expiresOn: null };
    await practice.as('administrator', (tx) => recordAgreement(tx, agreement));
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
    for (let n = 0; n < 4; n += 1) ids.push(await dueSoon(threeHours + 1_500 + n * 200));
    await until(() => Promise.resolve(vendor.heard.length >= 4 && mail.heard.length >= 6));
    expect(leaksIn({ texts: vendor.heard.join() })).toEqual(['texts: phone']);
    expect(leaksIn({ mail: mail.heard.join() })).toEqual(['mail: first', 'mail: email']); // the address bears her name

    // the portal: with the link of a text, and signed in
    const [, link = ''] = /\/a\/([\w-]+)/.exec(vendor.heard.join()) ?? [];
    await followLink(withALink(processes), link);
    const client = await atThePortal(processes, practice, clientId);
    await lookAtOwn(client);

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

    const histories = await decodedHistories(connection, namespace, processes);
    const places: Readonly<Record<string, string>> = {
      ...processes.logs(),
      ...(await processes.privateAnswers()),
      histories,
    };
    // there is something to look at
    expect(places['api']).toMatch(/"event":"request".*"route":"POST \/clients\/search"/);
    expect(places['api']).toContain('request.defect');
    expect(places['api']).toContain('"route":"POST /links/open"');
    expect(places['api']).toContain('"route":"POST /appointments/search"');
    expect(places['api /health']).toContain('"detail":"smtp"');
    expect(places['worker']).toContain('started');
    expect(places['api /metrics']).toContain('kept_request_seconds');
    for (const id of ids) expect(histories).toContain(`appt/${id}`);
    expect(histories).toContain('"clear":');
    expect(leaksIn(places, { session: desk.token(), own: client.token(), link })).toEqual([]);
  } finally {
    await processes.end();
    await mail.close();
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
