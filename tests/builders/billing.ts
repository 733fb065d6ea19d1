import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { type As, claimOf, insure, signedVisit } from '../../dev/demo/billing';
import { noteClaimEvent } from '../../domain/claims/note-claim-event';
import { receiveFile } from '../../domain/clearinghouse/receive-file';
import { locked } from '../../domain/database/locked';
import type { StoragePort } from '../../domain/files/storage-port';
import type { ClientId, VisitId } from '../../domain/ids';
import type { FileReport } from '../../domain/remittances/file-report';
import { postRemittanceFile } from '../../domain/remittances/post-remittance-file';
import { write835 } from '../../domain/x12/write-835';
import { instantOf } from '../../domain/time/instant';
import { addDays, dayAt } from '../../domain/time/wall-time';
import { payersOf } from './payers';
import { type TestPractice, type World, aClient, aPractice, zone } from './invented-practice';
import { anEnvelope } from './x12/claims';
import { aRemittance } from './x12/remittances';

type RemittanceContent = Parameters<typeof write835>[1];

/** A practice that bills, with files that it keeps. */
export interface BillingPractice extends TestPractice {
  readonly storage: StoragePort;
  /** A visit of 55 minutes that is signed; its charge is proposed. */
  signed(): Promise<VisitId>;
  /** The claim of a visit of 55 minutes, ready to leave. */
  ready(given?: Given): Promise<SubmittedClaim>;
  /** The same, and it has left. */
  submitted(given?: Given): Promise<SubmittedClaim>;
  /** Receives, reads and posts a file, as the poller and the workflow do. */
  post(file: Uint8Array): Promise<FileReport>;
}

interface Given {
  readonly addOns?: readonly string[];
  readonly payers?: number;
  /** How the member ids end. */
  readonly ending?: string;
}

export interface SubmittedClaim {
  readonly id: string;
  readonly clientId: string;
  readonly visitId: string;
  readonly controlNumber: string;
  readonly lastName: string;
  readonly lines: readonly { readonly control: string; readonly code: string; readonly cents: number }[];
}

export const aBillingPractice = async (
  world: World,
  storage: StoragePort,
  firstDay?: string,
): Promise<BillingPractice> => letBill(await aPractice(world), storage, firstDay);

/** For clocks that run from visits and payments: a day from which on four weeks of visits are past, and no deadline is near. */
export const lately = (): string => addDays(dayAt(instantOf(Date.now()), zone), -40);
/** Today, as a payer writes when it paid. */
export const paidToday = (): string => dayAt(instantOf(Date.now()), zone).replaceAll('-', '');

/** Sets a practice up to bill. Its visits are held in the four weeks after `firstDay`. */
export async function letBill(
  practice: TestPractice,
  storage: StoragePort,
  firstDay = '2026-10-01',
): Promise<BillingPractice> {
  const payers = await payersOf(practice);
  const as: As = (membershipId, work, now) => practice.as({ membershipId }, work, now);
  const edi = { practiceId: practice.id, service: 'edi' } as const;
  const stores = { database: practice.worker, storage };
  let visits = 0;

  return {
    ...practice,
    storage,
    signed: async () => (await signed()).visitId,
    ready,
    async submitted(given) {
      const claim = await ready(given);
      await practice.as(edi, async (tx) =>
        noteClaimEvent(tx, await locked(tx, 'claims', claim.id), { kind: 'submitted', evidenceKey: 'test' }),
      );
      return claim;
    },
    async post(file) {
      const received = await receiveFile(stores, edi, {
        name: 'test.835',
        cameBy: 'command',
        open: () => Readable.from([Buffer.from(file)]),
      });
      return postRemittanceFile(stores, practice.id, received);
    },
  };

  async function signed(given: Given = {}): Promise<{ readonly clientId: ClientId; readonly visitId: VisitId }> {
    visits += 1;
    const clientId = await aClient(practice, { clinicians: [practice.clinician], notADouble: true });
    await practice.as('front_desk', (tx) =>
      insure(tx, clientId, payers.slice(0, given.payers ?? 1), visits, given.ending),
    );
    const visitId = await signedVisit(as, {
      desk: await practice.member('front_desk'),
      clinician: practice.clinician,
      clientId,
      typeId: practice.types['therapy'] ?? '',
      start: `${addDays(firstDay, visits % 28)}T09:00`,
      zone,
      minutes: 55,
    });
    return { clientId, visitId };
  }

  async function ready(given: Given = {}): Promise<SubmittedClaim> {
    const { clientId, visitId } = await signed(given);
    const id = await practice.as('biller', (tx) => claimOf(tx, visitId, given.addOns));
    return practice.as(edi, async (tx) => {
      const claim = await locked(tx, 'claims', id);
      const client = await tx.one<{ last_name: string }>`
          select last_name from clients where practice_id = ${tx.practiceId} and id = ${clientId}`;
      const lines = await tx.all<{ control: string; code: string; cents: number }>`
          select h.line_control as control, h.code, h.cents from claim_lines l
            join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
           where l.practice_id = ${tx.practiceId} and l.claim_id = ${id} order by l.line_no`;
      return { id, clientId, visitId, controlNumber: claim.control_number, lastName: client?.last_name ?? '', lines };
    });
  }
}

/** A file with one payment of its own number. */
export const aFile = (
  claims: RemittanceContent['claims'],
  more: Partial<Pick<RemittanceContent, 'providerAdjustments'>> & {
    readonly trace?: string;
    /** `YYYYMMDD` */
    readonly paidOn?: string;
  } = {},
): Uint8Array => {
  const content = aRemittance(claims, more.providerAdjustments ?? [], more.paidOn ? { date: more.paidOn } : {});
  const trace = { ...content.header.trace, number: more.trace ?? randomBytes(6).toString('hex') };
  return write835(anEnvelope(), { ...content, header: { ...content.header, trace } });
};
