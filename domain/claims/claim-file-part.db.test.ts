import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { diskStorage } from '../../integrations/storage/disk';
import { answer } from '../../tests/builders/answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aClearinghouse, agreed } from '../../tests/builders/clearinghouse';
import { aWorld } from '../../tests/builders/practice';
import { anEnvelope } from '../../tests/builders/x12/claims';
import { receiveFile } from '../clearinghouse/receive-file';
import { openStored } from '../files/open-stored';
import { write277ca } from '../x12/write-277ca';
import { findClaimFilePart, readClaimFilePart } from './claim-file-part';
import { handOverTiming } from './hand-over-timing';
import { readAcknowledgements } from './read-acknowledgements';
import { readClaim } from './read-claim';
import { sendBatch } from './send-batch';
import { submitClaims } from './submit-claims';

const world = aWorld();
let practice: BillingPractice;
let claims: readonly [SubmittedClaim, SubmittedClaim];

beforeAll(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
  await agreed(practice);
  claims = [await practice.ready({ addOns: ['90785'] }), await practice.ready()];
  const { id = '' } = await practice.as('biller', submitClaims);
  const means = { database: world().worker, storage: practice.storage, timing: handOverTiming };
  await sendBatch({ ...means, clearinghouse: aClearinghouse().port }, practice.id, id);
  await practice.post(aFile([answer(claims[0], []), answer(claims[1], [])]));
});

async function told(claim: SubmittedClaim, kind: string) {
  const { files } = await practice.as('biller', (tx) => readClaim(tx, claim.id));
  const file = files.find((one) => one.kind === kind);
  const part = await practice.as('biller', (tx) => findClaimFilePart(tx, claim.id, file?.id ?? ''));
  return (await readClaimFilePart(part, openStored(practice.storage, part.storageKey))).segments;
}

test.each([0, 1] as const)(
  'the 837 tells the claim’s own segments, byte for byte, and those of no other (%i)',
  async (index) => {
    const [own, other] = [claims[index], claims[1 - index]];
    const segments = await told(own, '837');
    expect(segments[0]?.name).toBe('HL');
    expect(segments.at(-1)?.text).toMatch(/^REF\*6R\*/);
    const text = segments.map((segment) => segment.text).join('~');
    expect(text).toContain(`CLM*${own.controlNumber}*`);
    expect(text).not.toContain(other?.controlNumber);
    expect(segments.filter(({ name }) => name === 'CLM')).toHaveLength(1);
    const gaps = segments
      .slice(1)
      .map(({ offset }, at) => offset - (segments[at]?.offset ?? 0) - (segments[at]?.text.length ?? 0));
    expect(new Set(gaps)).toEqual(new Set([1]));
  },
);

test('the 835 tells what the payer says of this claim', async () => {
  const segments = await told(claims[1], '835');
  expect(segments[0]?.text).toMatch(`CLP*${claims[1].controlNumber}*`);
  expect(segments.filter(({ name }) => name === 'CLP')).toHaveLength(1);
});

test('an answer is found by the byte at which its level begins, and tells nothing of others', async () => {
  const named = { entityType: '1' as const, last: 'SAMPLE', first: 'ANA' };
  const nothing = { references: [], dates: [], quantities: [], amounts: [], lines: [] };
  const statuses = [{ codes: [{ category: 'A1', status: '19' }], date: '20261102' }];
  const levels = claims.map(({ controlNumber }, n) => ({
    id: String(n + 1),
    level: 'PT',
    name: named,
    traces: [{ ...nothing, type: '2', number: controlNumber, statuses }],
  }));
  const content = Buffer.from(write277ca(anEnvelope(), { reference: 'R1', levels }));
  const stores = { database: world().worker, storage: practice.storage };
  const arrived = { name: 'a.277', cameBy: 'clearinghouse', open: () => Readable.from([content]) } as const;
  const { id } = await receiveFile(stores, { practiceId: practice.id, service: 'edi' }, arrived);
  await readAcknowledgements(stores, practice.id, id);
  for (const [n, { id: claimId, controlNumber }] of claims.entries()) {
    const part = await practice.as('biller', (tx) => findClaimFilePart(tx, claimId, id));
    expect(part.places).toEqual([{ from: content.indexOf(`HL*${String(n + 1)}*`), until: null }]);
    const { segments } = await readClaimFilePart(part, openStored(practice.storage, part.storageKey));
    expect(segments.map(({ text }) => text)).toContain(`TRN*2*${controlNumber}`);
    expect(segments.filter(({ name }) => name === 'TRN')).toHaveLength(1);
  }
});

test('a file that says nothing of a claim is not shown by it', async () => {
  const { files } = await practice.as('biller', (tx) => readClaim(tx, claims[0].id));
  const stranger = await practice.submitted();
  for (const { id } of files)
    await expect(practice.as('biller', (tx) => findClaimFilePart(tx, stranger.id, id))).rejects.toMatchObject({
      code: 'not_found',
    });
});
