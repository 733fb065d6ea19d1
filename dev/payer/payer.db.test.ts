import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { addAuthorization } from '../../domain/billing/coverage';
import { correctClaim } from '../../domain/claims/correct-claim';
import { handOverTiming } from '../../domain/claims/hand-over-timing';
import { readAcknowledgements } from '../../domain/claims/read-acknowledgements';
import { sendBatch } from '../../domain/claims/send-batch';
import { submitClaims } from '../../domain/claims/submit-claims';
import { voidClaim } from '../../domain/claims/void-claim';
import type { ClearinghousePort } from '../../domain/clearinghouse/clearinghouse-port';
import { receiveFile } from '../../domain/clearinghouse/receive-file';
import { readClaimLedger } from '../../domain/ledger/claim-ledger';
import { postRemittanceFile } from '../../domain/remittances/post-remittance-file';
import { sniff } from '../../domain/x12/sniff';
import { diskStorage } from '../../integrations/storage/disk';
import { type BillingPractice, type SubmittedClaim, aBillingPractice } from '../../tests/builders/billing';
import { agreed } from '../../tests/builders/clearinghouse';
import { aPayer } from '../../tests/builders/payer-simulator';
import { aWorld } from '../../tests/builders/practice';

const world = aWorld();
let practice: BillingPractice;
let simulator: Awaited<ReturnType<typeof aPayer>>;
let payer: Awaited<ReturnType<typeof simulator.start>>;
let clearinghouse: ClearinghousePort;
const read = new Set<string>();

beforeEach(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
  await agreed(practice);
  simulator = await aPayer();
  payer = await simulator.start();
  clearinghouse = await simulator.serve();
  read.clear();
});
afterEach(() => simulator.close());

const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;
const stores = () => ({ database: world().worker, storage: practice.storage });

/** What is ready leaves, and everything that comes back is read. Answers what became of it. */
async function exchange(): Promise<readonly string[]> {
  const { id } = await practice.as('biller', submitClaims);
  const means = { ...stores(), clearinghouse, timing: handOverTiming };
  expect(await sendBatch(means, practice.id, id ?? '')).toBe('sent');
  await payer.answered();
  const listed = await clearinghouse.list();
  if (listed.kind !== 'listed') throw new Error(listed.code);
  const became: string[] = [];
  for (const { name } of listed.files) if (!read.has(name)) became.push(await take(name));
  return became;
}

async function take(name: string): Promise<string> {
  read.add(name);
  const answer = await clearinghouse.fetch(name);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  const bytes = await buffer(answer.content);
  const open = () => Readable.from([bytes]);
  const { id } = await receiveFile(stores(), edi(), { name, cameBy: 'clearinghouse', open });
  if (sniff(bytes)?.kind === '835')
    return (await postRemittanceFile(stores(), practice.id, { id, before: false })).disposition;
  const { kind, setAside } = await readAcknowledgements(stores(), practice.id, id);
  return `${kind ?? ''}${setAside ?? ''}`;
}

const claimOf = async ({ id }: SubmittedClaim) => {
  const claim = await practice.as(
    edi(),
    (tx) => tx.one<{ state: string; version: number }>`
      select state, version from claims where practice_id = ${tx.practiceId} and id = ${id}`,
  );
  return { id, state: claim?.state ?? '', version: claim?.version ?? 0 };
};
const standingOf = async ({ controlNumber }: SubmittedClaim) =>
  (await practice.as('biller', (tx) => readClaimLedger(tx, controlNumber))).whole;

async function authorize({ clientId }: SubmittedClaim): Promise<void> {
  await practice.as('biller', async (tx) => {
    const coverage = await tx.one<{ id: string }>`
      select id from coverages where practice_id = ${tx.practiceId} and client_id = ${clientId}`;
    const days = { fromDay: '2026-01-01', untilDay: '2026-12-31' };
    await addAuthorization(tx, { coverageId: coverage?.id ?? '', number: 'AUTH1', ...days });
  });
}

test('claims go by SFTP to the simulator and come back acknowledged, accepted, refused, denied and paid to the cent', async () => {
  const [plain, unauthorized, refused] = [
    await practice.ready(),
    await practice.ready({ ending: 'AUT' }),
    await practice.ready({ ending: 'RJP' }),
  ];
  expect(await exchange()).toEqual(['TA1', '999', '277CA', '277CA', 'post']);
  expect(await claimOf(plain)).toMatchObject({ state: 'adjudicated' });
  expect(await standingOf(plain)).toMatchObject({ paid: 11_500, contractual: 3500, client: 2500, denied: 0, open: 0 });
  expect(await claimOf(unauthorized)).toMatchObject({ state: 'denied' });
  expect(await standingOf(unauthorized)).toMatchObject({ paid: 0, denied: 17_500, client: 0, open: 0 });
  expect(await claimOf(refused)).toMatchObject({ state: 'rejected' });
  expect(await standingOf(refused)).toMatchObject({ open: 17_500 });
});

test('what was denied for want of an authorization is corrected and paid; what is taken back leaves nothing', async () => {
  const claim = await practice.ready({ ending: 'AUT' });
  await exchange();
  await authorize(claim);
  const { id, version } = await claimOf(claim);
  await practice.as('biller', (tx) => correctClaim(tx, { id, version }));
  expect(await exchange()).toEqual(['TA1', '999', '277CA', '277CA', 'post']);
  expect(await claimOf(claim)).toMatchObject({ state: 'adjudicated' });
  expect(await standingOf(claim)).toMatchObject({ paid: 11_500, contractual: 3500, client: 2500, denied: 0, open: 0 });

  const paid = await claimOf(claim);
  await practice.as('biller', (tx) => voidClaim(tx, { id: paid.id, version: paid.version }));
  expect(await exchange()).toEqual(['TA1', '999', '277CA', '277CA', 'post']);
  expect(await standingOf(claim)).toMatchObject({ paid: 0, contractual: 0, client: 0, denied: 0 });
});
