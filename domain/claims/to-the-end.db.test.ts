import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { diskStorage } from '../../integrations/storage/disk';
import { answer, reversalOf } from '../../tests/builders/answers';
import {
  type BillingPractice,
  type SubmittedClaim,
  aBillingPractice,
  aFile,
  lately,
  paidToday,
} from '../../tests/builders/billing';
import { aClearinghouse, acknowledge, agreed } from '../../tests/builders/clearinghouse';
import { does } from '../../tests/builders/claim-story';
import { aWorld } from '../../tests/builders/practice';
import { anEnvelope } from '../../tests/builders/x12/claims';
import { adjusted, contractual, copay } from '../../tests/builders/x12/remittances';
import { receiveFile } from '../clearinghouse/receive-file';
import { locked } from '../database/locked';
import { readClaimLedger } from '../ledger/claim-ledger';
import { write277ca } from '../x12/write-277ca';
import { cancelCharge } from './change-charge';
import { appealClaim, closeClaim } from './give-up-claim';
import { handOverTiming } from './hand-over-timing';
import { planClaim } from './plan-claim';
import { readAcknowledgements } from './read-acknowledgements';
import { sendBatch } from './send-batch';
import { submitClaims } from './submit-claims';
import { voidClaim } from './void-claim';

/** What people decide about a claim, from file to file until nothing is owed, in dispute, on a list, or to come. */
const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))), lately());
  await agreed(practice);
});

const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;
const stores = () => ({ database: world().worker, storage: practice.storage });

/** What is ready leaves, its format is accepted and the payer takes it in. Answers the file as it left. */
async function takenIn(claim: SubmittedClaim): Promise<string> {
  const { id = '' } = await practice.as('biller', submitClaims);
  await sendBatch({ ...stores(), clearinghouse: aClearinghouse().port, timing: handOverTiming }, practice.id, id);
  await acknowledge(practice, id);
  const none = { references: [], dates: [], quantities: [], amounts: [], lines: [] };
  const payerControlNumber = `ICN${claim.controlNumber}`;
  const statuses = [{ codes: [{ category: 'A2', status: '20' }], date: paidToday() }];
  const traces = [{ ...none, type: '2', number: claim.controlNumber, payerControlNumber, statuses }];
  const said = write277ca(anEnvelope(), {
    reference: id.slice(-12),
    levels: [{ id: '1', level: 'PT', name: { entityType: '1', last: 'SAMPLE', first: 'ANA' }, traces }],
  });
  const arrived = { name: '277', cameBy: 'clearinghouse', open: () => Readable.from([Buffer.from(said)]) } as const;
  await readAcknowledgements(stores(), practice.id, (await receiveFile(stores(), edi(), arrived)).id);
  const file = await practice.storage.get(`edi/out/${id}`);
  return file.kind === 'found' ? (await buffer(file.content)).toString('latin1') : '';
}

/** How it all stands: the claim, its money, what is to be done, and what its workflow still waits for. */
async function endOf({ id, controlNumber, clientId }: SubmittedClaim) {
  const next = await practice.as(edi(), (tx) => planClaim(tx, id));
  return practice.as('biller', async (tx) => {
    const { state } = await locked(tx, 'claims', id);
    const work = await tx.all<{ cause: string }>`
      select cause from work_items where practice_id = ${tx.practiceId} and client_id = ${clientId} and state = 'open'`;
    const { whole } = await readClaimLedger(tx, controlNumber);
    return { state, work: work.map(({ cause }) => cause), next: next.kind, ...whole };
  });
}
const nothing = { paid: 0, contractual: 0, denied: 0, client: 0, writtenOff: 0, open: 0 };
const denied = (claim: SubmittedClaim) => answer(claim, [adjusted('CO', '197', 175)]);
const today = { paidOn: paidToday() };

test('taken back: the void goes to the payer by its number, its yes ends the claim, and the visit leaves the books', async () => {
  const claim = await practice.ready();
  expect(await takenIn(claim)).toContain(`CLM*${claim.controlNumber}*175***11:B:1*`);
  await does(practice, claim, voidClaim);
  expect(await endOf(claim)).toMatchObject({ state: 'ready', next: 'step' });
  const file = await takenIn(claim);
  expect(file).toContain(`CLM*${claim.controlNumber}*175***11:B:8*`);
  expect(file).toContain(`REF*F8*ICN${claim.controlNumber}~`);
  expect(await endOf(claim)).toMatchObject({ state: 'void', work: [], next: 'nothing_more' });
  await practice.as('biller', async (tx) => {
    const charge = await tx.one<{ id: string; version: number }>`
      select h.id, h.version from charges h join claim_lines l on l.practice_id = h.practice_id and l.charge_id = h.id
       where l.practice_id = ${tx.practiceId} and l.claim_id = ${claim.id}`;
    await cancelCharge(tx, charge ?? { id: '', version: 0 });
  });
  expect(await endOf(claim)).toMatchObject({ state: 'void', work: [], next: 'nothing_more', ...nothing });
});

test('appealed and won: the denial is turned round, the payment settles it to the cent', async () => {
  const claim = await practice.ready();
  await takenIn(claim);
  await practice.post(aFile([denied(claim)], today));
  expect(await endOf(claim)).toMatchObject({ state: 'denied', work: ['claim_denied'], denied: 17_500 });
  await does(practice, claim, appealClaim);
  expect(await endOf(claim)).toMatchObject({ state: 'denied', work: [], next: 'step', denied: 17_500 });
  await practice.post(aFile([reversalOf(denied(claim)), answer(claim, [contractual(40), copay(25)])], today));
  const settled = { paid: 11_000, contractual: 4000, client: 2500 };
  expect(await endOf(claim)).toMatchObject({
    ...nothing,
    ...settled,
    state: 'adjudicated',
    work: [],
    next: 'nothing_more',
  });
});

test('appealed and lost, written off: what was in dispute is given up, and the client owes none of it', async () => {
  const claim = await practice.ready();
  await takenIn(claim);
  await practice.post(aFile([denied(claim)], today));
  await does(practice, claim, appealClaim);
  await practice.post(aFile([reversalOf(denied(claim)), denied(claim)], today));
  expect(await endOf(claim)).toMatchObject({ state: 'denied', work: ['claim_denied'], denied: 17_500 });
  await does(practice, claim, closeClaim);
  expect(await endOf(claim)).toMatchObject({
    ...nothing,
    writtenOff: 17_500,
    state: 'closed',
    work: [],
    next: 'nothing_more',
  });
});
