import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStorage } from '../../integrations/storage/disk';
import { type BillingPractice, aBillingPractice } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { anEnvelope, anOrganization } from '../../tests/builders/x12/claims';
import { aPolicyholder, claimFactsOf } from '../../tests/builders/x12/content-scenarios';
import { check } from '../x12/check/check';
import type { ProfessionalClaim } from '../x12/claim';
import { write837 } from '../x12/write-837';
import { claimContent } from './claim-content';
import { listClaims } from './list-claims';

const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
});

const written = (claims: readonly ProfessionalClaim[]) =>
  write837({
    envelope: anEnvelope(),
    reference: 'B1',
    submitter: {
      ...anOrganization(),
      contacts: [{ purpose: 'IC', name: 'BILLING', numbers: [{ qualifier: 'TE', value: '2125550100' }] }],
      id: { qualifier: '46', value: 'HARBORCLINIC' },
    },
    receiver: { entityType: '2', last: 'TEST HOUSE', id: { qualifier: '46', value: 'TESTHOUSE' } },
    claims,
  }).bytes;
const scrubbed = async (claims: readonly ProfessionalClaim[]) => {
  const report = await check('claims', [written(claims)]);
  return report.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);
};

test('the claim of a visit says what the record says, and passes the scrub', async () => {
  const claim = await practice.submitted({ addOns: ['90785'] });
  const row = await practice.as(
    'biller',
    (tx) => tx.one<{ content: ProfessionalClaim; frequency: string }>`
    select content, frequency from claim_versions where practice_id = ${tx.practiceId} and claim_id = ${claim.id}`,
  );
  expect(row).toMatchObject({
    frequency: '1',
    content: {
      controlNumber: claim.controlNumber,
      charge: 20_000,
      placeOfService: '11',
      subscriber: { sequence: 'P', relationship: '18', filingIndicator: 'CI' },
      rendering: { last: 'VALE', id: { value: '1477000115' } },
      diagnoses: [{ qualifier: 'ABK', code: 'F411' }],
      lines: [
        { procedure: { code: '90837' }, pointers: [1] },
        { procedure: { code: '90785' }, pointers: [1] },
      ],
    },
  });
  expect(await scrubbed(row ? [row.content] : [])).toEqual([]);
});

test('a claim is never edited: the database refuses', async () => {
  const claim = await practice.submitted();
  const edit = practice.as('biller', (tx) =>
    tx.rows.raw("update claim_versions set frequency = '7' where practice_id = ? and claim_id = ?", [
      tx.practiceId,
      claim.id,
    ]),
  );
  await expect(edit).rejects.toMatchObject({ code: 'not_found' });
});

test('claims are listed with their lines as other programs take them', async () => {
  const claim = await practice.submitted({ addOns: ['90785'], payers: 2 });
  const listed = await practice.as('biller', (tx) => listClaims(tx, 'submitted'));
  expect(listed.find(({ controlNumber }) => controlNumber === claim.controlNumber)).toMatchObject({
    payerName: 'ACME BEHAVIORAL HEALTH',
    payerId: '60054',
    secondaryPayerId: 'SKMD0',
    patient: { last: claim.lastName },
    chargeCents: 20_000,
    npi: '1234567893',
    lines: [
      { cpt: '90837', chargeCents: 17_500, units: 1 },
      { cpt: '90785', chargeCents: 2500, units: 1 },
    ],
  });
});

const facts = claimFactsOf();

test('a child whose parent holds the policy is a patient below the subscriber', async () => {
  const content = claimContent({
    ...facts,
    coverage: { ...facts.coverage, relationship: '19', subscriber: aPolicyholder },
  });
  expect(content).toMatchObject({
    subscriber: { name: { first: 'PAT', id: { value: 'W100' } } },
    patient: { relationship: '19', name: { first: 'JORDAN' }, birthDate: '20120203' },
  });
  expect(content.subscriber.relationship).toBeUndefined();
  expect(await scrubbed([content])).toEqual([]);
});

test.each([
  [
    'a clinician who bills under her own number is not named twice',
    { clinician: { ...facts.clinician, npi: '1234567893' } },
  ],
  ['a replacement names the payer’s number', { frequency: '7' as const, payerControlNumber: 'ICN1' }],
  ['a void names the payer’s number', { frequency: '8' as const, payerControlNumber: 'ICN1' }],
  [
    'a plan with a name and no group number',
    { coverage: { ...facts.coverage, group_number: null, plan_name: 'GOLD' } },
  ],
])('%s, and passes the scrub', async (_, more) => {
  expect(await scrubbed([claimContent({ ...facts, ...more })])).toEqual([]);
});
