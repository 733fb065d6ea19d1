import { addAuthorization, addCoverage } from '../../domain/billing/coverage';
import { addPayer } from '../../domain/billing/add-payer';
import { newId } from '../../domain/ids';
import { payersOf } from './payers';
import type { Scene } from './scene';

let days = 0;
/** A day that no other insurance of a scene holds on. */
const aDay = (): string => {
  days += 1;
  return new Date(Date.UTC(2031, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
};

/** An insurance as someone types it. */
export async function aCoverageBody(scene: Scene) {
  const [payerId = ''] = await payersOf(scene.practice);
  const day = aDay();
  return { payerId, rank: 3 as const, memberId: 'W900', relationship: '18' as const, fromDay: day, untilDay: day };
}

export async function aCoverage(scene: Scene): Promise<string> {
  const body = await aCoverageBody(scene);
  return scene.practice.as('front_desk', (tx) => addCoverage(tx, { clientId: scene.clientId, ...body }));
}

/** An insurance, and what takes its place the day after. */
export async function aReplacement(scene: Scene) {
  const id = await aCoverage(scene);
  const { payerId, relationship, fromDay, untilDay } = await aCoverageBody(scene);
  return { id, version: 1, body: { payerId, memberId: 'W902', relationship, fromDay, untilDay } };
}

export async function anAuthorization(scene: Scene): Promise<string> {
  const coverageId = await aCoverage(scene);
  const held = { number: 'A-1', fromDay: '2031-01-01', untilDay: '2031-12-31' };
  return scene.practice.as('front_desk', (tx) => addAuthorization(tx, { coverageId, ...held }));
}

/** An insurer as someone types it, each time another. */
export const aPayerBody = () => ({
  name: `Payer ${newId()}`,
  payerId: 'P1',
  filingIndicator: 'CI',
  telehealthPlace: '10' as const,
  telehealthModifier: null,
  filingDays: 90,
  correctionDays: 90,
  appealDays: 90,
  adjudicationDays: 30,
});

export const aPayer = (scene: Scene): Promise<string> =>
  scene.practice.as('administrator', (tx) => addPayer(tx, aPayerBody()));

/** As whom a practice bills, from a day that no other of its details begins on. */
export const aProfileBody = () => ({
  fromDay: aDay(),
  businessName: 'CEDAR PRACTICE LLC',
  npi: '1234567893',
  taxId: '587654321',
  taxonomy: '261QM0801X',
  street: '12 HARBOR LANE',
  city: 'ALBANY',
  region: 'NY',
  postalCode: '122070001',
  contactName: 'BILLING',
  contactPhone: '2125550100',
  senderId: 'CEDAR',
  receiverId: 'HOUSE',
  receiverName: 'CLEARING HOUSE',
});

/** A fee from a day that no other begins on. */
export const aFeeBody = () => ({ code: '90846', cents: 15_000, fromDay: aDay() });

/** On which version a clinician or a client stands with billing; 0: not yet. */
export async function billingVersion(
  scene: Scene,
  table: 'clinician_billing' | 'client_billing',
  id: string,
): Promise<number> {
  const row = await scene.practice.as('administrator', (tx) =>
    tx.rows(table).where({ practice_id: tx.practiceId, id }).first(),
  );
  return row?.version ?? 0;
}
