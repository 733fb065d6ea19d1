import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { claimOf, signedVisit } from '../../dev/demo/billing';
import { readAcknowledgements } from '../../domain/claims/read-acknowledgements';
import { sendBatch } from '../../domain/claims/send-batch';
import { submitClaims } from '../../domain/claims/submit-claims';
import { handOverTiming } from '../../domain/claims/hand-over-timing';
import { receiveFile } from '../../domain/clearinghouse/receive-file';
import { openDatabase } from '../../domain/database/database';
import { recordAgreement } from '../../domain/practice/record-agreement';
import { postRemittanceFile } from '../../domain/remittances/post-remittance-file';
import { addDays, dayAt } from '../../domain/time/wall-time';
import { instantOf } from '../../domain/time/instant';
import { diskStorage } from '../../integrations/storage/disk';
import type { SubmittedClaim } from '../builders/billing';
import { aClearinghouse } from '../builders/clearinghouse';
import type { TestPractice } from '../builders/practice';
import { asSuperuser } from './afternoon';
import type { StartedStack } from './stack';

/** The demo practice of a stack, spoken to as Kept's own processes do. */
export interface BillingStack {
  readonly practice: TestPractice;
  /** The claim of a session that a client had so many days ago; ready to leave. */
  claim(client: string, daysAgo: number, addOns?: readonly string[]): Promise<SubmittedClaim>;
  /** What is ready leaves: the clearinghouse has it. Answers the batch's id. */
  send(): Promise<string>;
  /** An answer of the clearinghouse comes and is read. Answers the file's id. */
  hear(bytes: Uint8Array): Promise<string>;
  /** A remittance comes, is read and posted. Answers the file's id. */
  post(bytes: Uint8Array): Promise<string>;
  close(): Promise<void>;
}

const zone = 'America/New_York';

export async function aBillingStack(stack: StartedStack): Promise<BillingStack> {
  const practice = await practiceOf(stack);
  const settings = settingsOf(stack);
  const edi = { practiceId: practice.id, service: 'edi' } as const;
  const stores = { database: practice.worker, storage: diskStorage(fileURLToPath(settings.KEPT_STORAGE)) };
  await practice.as('administrator', (tx) =>
    recordAgreement(tx, { vendor: 'clearinghouse', services: ['claims'], signedOn: '2026-01-01', expiresOn: null }),
  );
  let number = 0;
  const take = async (bytes: Uint8Array, name: string) => {
    const open = () => Readable.from([Buffer.from(bytes)]);
    return receiveFile(stores, edi, { name, cameBy: 'clearinghouse', open });
  };
  return {
    practice,
    claim: async (client, daysAgo, addOns) => {
      number += 1;
      const clientId = await clientOf(practice, client);
      const day = addDays(dayAt(instantOf(Date.now()), zone), -daysAgo);
      const visitId = await signedVisit((membershipId, work, now) => practice.as({ membershipId }, work, now), {
        desk: await practice.member('front_desk'),
        clinician: practice.clinician,
        clientId,
        typeId: practice.types['therapy'] ?? '',
        start: `${day}T${String(8 + (number % 10)).padStart(2, '0')}:00`,
        zone,
        minutes: 46,
      });
      const id = await practice.as('biller', (tx) => claimOf(tx, visitId, addOns));
      return submitted(practice, id, { clientId, visitId });
    },
    send: async () => {
      const { id = '' } = await practice.as('biller', submitClaims);
      await sendBatch({ ...stores, clearinghouse: aClearinghouse().port, timing: handOverTiming }, practice.id, id);
      return id;
    },
    hear: async (bytes) => {
      const { id } = await take(bytes, 'answer');
      await readAcknowledgements(stores, practice.id, id);
      return id;
    },
    post: async (bytes) => {
      const file = await take(bytes, 'remittance.835');
      await postRemittanceFile(stores, practice.id, file);
      return file.id;
    },
    close: async () => {
      await practice.app.close();
      await practice.worker.close();
    },
  };
}

interface Settings {
  readonly KEPT_DATABASE_URL: string;
  readonly KEPT_WORKER_DATABASE_URL: string;
  readonly KEPT_MIGRATOR_DATABASE_URL: string;
  readonly KEPT_STORAGE: string;
}

const settingsOf = ({ folder }: StartedStack): Settings =>
  JSON.parse(readFileSync(join(folder, 'environment.json'), 'utf8')) as Settings;

async function practiceOf(stack: StartedStack): Promise<TestPractice> {
  const settings = settingsOf(stack);
  const app = openDatabase({ url: settings.KEPT_DATABASE_URL, name: 'kept journey' });
  const worker = openDatabase({ url: settings.KEPT_WORKER_DATABASE_URL, name: 'kept journey' });
  const members = new Map<string, string>();
  let id = '';
  await asSuperuser(stack, async (sql) => {
    const { rows } = await sql.query<{ practice_id: string; id: string; role: string }>(
      'select practice_id, id, roles[1] as role from kernel.memberships where person_id is not null order by id desc',
    );
    for (const row of rows) members.set(row.role, row.id);
    id = rows[0]?.practice_id ?? '';
  });
  const member = async (role: string) => members.get(role) ?? '';
  const as: TestPractice['as'] = async (who, work, now) => {
    const entering = typeof who === 'string' ? { membershipId: await member(who) } : who;
    const database = 'service' in entering ? worker : app;
    return database.inPractice(
      entering,
      { act: 'journey', purpose: 'operations' },
      work,
      now === undefined ? {} : { now },
    );
  };
  const types = await as(
    'administrator',
    (tx) => tx.all<{ code: string; id: string }>`select code, id from appointment_types where practice_id = ${id}`,
  );
  return {
    id,
    urls: {
      app: settings.KEPT_DATABASE_URL,
      worker: settings.KEPT_WORKER_DATABASE_URL,
      migrator: settings.KEPT_MIGRATOR_DATABASE_URL,
    } as never,
    app,
    worker,
    administrator: await member('administrator'),
    // sees every client, and treats
    clinician: await member('supervisor'),
    types: Object.fromEntries(types.map((type) => [type.code, type.id])),
    member,
    as,
  };
}

async function clientOf(practice: TestPractice, lastName: string): Promise<string> {
  const row = await practice.as(
    'front_desk',
    (tx) =>
      tx.one<{ id: string }>`select id from clients where practice_id = ${tx.practiceId} and last_name = ${lastName}`,
  );
  if (!row) throw new Error(`no client ${lastName}`);
  return row.id;
}

async function submitted(
  practice: TestPractice,
  id: string,
  of: Pick<SubmittedClaim, 'clientId' | 'visitId'>,
): Promise<SubmittedClaim> {
  return practice.as('biller', async (tx) => {
    const claim = await tx.one<{ control_number: string; last_name: string }>`
      select c.control_number, k.last_name from claims c join clients k on k.practice_id = c.practice_id and k.id = c.client_id
       where c.practice_id = ${tx.practiceId} and c.id = ${id}`;
    const lines = await tx.all<{ control: string; code: string; cents: number }>`
      select h.line_control as control, h.code, h.cents from claim_lines l
        join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
       where l.practice_id = ${tx.practiceId} and l.claim_id = ${id} order by l.line_no`;
    return { ...of, id, controlNumber: claim?.control_number ?? '', lastName: claim?.last_name ?? '', lines };
  });
}
