import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStorage } from '../../integrations/storage/disk';
import { answer, reversalOf } from '../../tests/builders/answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { adjusted, contractual } from '../../tests/builders/x12/remittances';
import { addAuthorization } from '../billing/coverage';
import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { readClaimLedger } from '../ledger/claim-ledger';
import { endDiagnosis, noteDiagnosis } from '../notes/note-diagnosis';
import type { ProfessionalClaim } from '../x12/claim';
import { addCharge, approveCharge } from './approve-charge';
import { cancelCharge, changeCharge, reopenCharge } from './change-charge';
import { correctClaim } from './correct-claim';
import { appealClaim, closeClaim } from './give-up-claim';
import { makeClaim } from './make-claim';
import { submitClaims } from './submit-claims';
import { tellClaim } from './tell-claim';
import { noteClaimEvent } from './note-claim-event';
import { voidClaim } from './void-claim';

const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
});

const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;
const asBiller = <T>(work: (tx: PracticeTx) => Promise<T>) => practice.as('biller', work);
const rowOf = ({ id }: SubmittedClaim) => asBiller((tx) => locked(tx, 'claims', id));
/** What a person does at the version that she sees. */
const act =
  <T>(
    use: (tx: PracticeTx, request: { readonly id: string; readonly version: number }) => Promise<T>,
    more: Readonly<Record<string, unknown>> = {},
  ) =>
  async (claim: SubmittedClaim): Promise<T> => {
    const { id, version } = await rowOf(claim);
    return asBiller((tx) => use(tx, { id, version, ...more }));
  };
const correct = act(correctClaim);
const withdraw = act(voidClaim);
const appeal = act(appealClaim, { note: 'by mail' });
const close = act(closeClaim);

interface Version {
  readonly version_no: number;
  readonly frequency: string;
  readonly content: ProfessionalClaim;
}
const versions = (claim: SubmittedClaim) =>
  asBiller(
    (tx) => tx.all<Version>`
      select version_no, frequency, content from claim_versions
       where practice_id = ${tx.practiceId} and claim_id = ${claim.id} order by version_no`,
  );
const last = async (claim: SubmittedClaim) => (await versions(claim)).at(-1);
const events = async ({ id }: SubmittedClaim) =>
  (
    await asBiller(
      (tx) => tx.all<{ kind: string }>`
        select kind from claim_events where practice_id = ${tx.practiceId} and claim_id = ${id} order by id`,
    )
  ).map(({ kind }) => kind);
const work = async ({ id }: SubmittedClaim) =>
  (
    await asBiller(
      (tx) => tx.all<{ cause: string }>`
        select cause from work_items where practice_id = ${tx.practiceId} and ref_id = ${id} and state = 'open' order by cause`,
    )
  ).map(({ cause }) => cause);
const standing = async ({ controlNumber }: SubmittedClaim) =>
  (await asBiller((tx) => readClaimLedger(tx, controlNumber))).whole;
const hear = (claim: SubmittedClaim, kind: 'accepted' | 'rejected', payerControlNumber?: string) =>
  practice.as(edi(), async (tx) => {
    const { version_no } = await locked(tx, 'claims', claim.id);
    await tellClaim(tx, claim.id, {
      kind,
      versionNo: version_no,
      evidenceKey: `${kind}/${String(version_no)}`,
      codes: [],
      ...(payerControlNumber !== undefined && { payerControlNumber }),
    });
  });
const leave = (claim: SubmittedClaim) =>
  practice.as(edi(), async (tx) => {
    const row = await locked(tx, 'claims', claim.id);
    await noteClaimEvent(tx, row, { kind: 'submitted', evidenceKey: `test/${String(row.version_no)}` });
  });
const chargesOf = ({ id }: SubmittedClaim) =>
  asBiller(
    (tx) => tx.all<{ id: string; version: number; state: string; code: string; cents: number }>`
      select h.id, h.version, h.state, h.code, h.cents from claim_lines l
        join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
       where l.practice_id = ${tx.practiceId} and l.claim_id = ${id} order by l.line_no`,
  );
const denial = (claim: SubmittedClaim) => aFile([answer(claim, [adjusted('CO', '197', 175)])]);
const authorize = async (claim: SubmittedClaim, number: string) => {
  const { coverage_id } = await rowOf(claim);
  return asBiller((tx) =>
    addAuthorization(tx, { coverageId: coverage_id, number, fromDay: '2026-01-01', untilDay: '2026-12-31' }),
  );
};

describe('a correction', () => {
  test('of what the payer never took in is an original with what is true now', async () => {
    const claim = await practice.submitted();
    await hear(claim, 'rejected');
    expect(await work(claim)).toEqual(['claim_rejected']);
    await authorize(claim, 'OLD');
    const authorizationId = await authorize(claim, 'AUTH7');
    await act(correctClaim, { authorizationId })(claim);
    expect(await rowOf(claim)).toMatchObject({ state: 'ready', version_no: 2 });
    expect(await versions(claim)).toMatchObject([
      { version_no: 1, frequency: '1' },
      { version_no: 2, frequency: '1', content: { frequency: '1', references: [{ qualifier: 'G1', value: 'AUTH7' }] } },
    ]);
    expect([await work(claim), await events(claim)]).toEqual([[], ['submitted', 'rejected', 'corrected']]);
  });

  test('of what the payer denied replaces it by the payer’s number', async () => {
    const claim = await practice.submitted();
    await practice.post(denial(claim));
    expect([(await rowOf(claim)).state, await work(claim)]).toEqual(['denied', ['claim_denied']]);
    await correct(claim);
    expect(await last(claim)).toMatchObject({
      version_no: 2,
      content: { frequency: '7', references: [{ qualifier: 'F8', value: `ICN${claim.controlNumber}` }] },
    });
    expect(await work(claim)).toEqual([]);
  });

  test('whose replacement is rejected is a replacement again: the payer still has the first', async () => {
    const claim = await practice.submitted();
    await hear(claim, 'accepted', 'ICN9');
    await correct(claim);
    await leave(claim);
    await hear(claim, 'rejected');
    await correct(claim);
    expect((await versions(claim)).map(({ frequency }) => frequency)).toEqual(['1', '7', '7']);
  });

  test('waits for the payer’s number where it has the claim', async () => {
    const claim = await practice.submitted();
    await hear(claim, 'accepted');
    await expect(correct(claim)).rejects.toMatchObject({ code: 'payer_number_unknown' });
    await expect(withdraw(claim)).rejects.toMatchObject({ code: 'payer_number_unknown' });
  });

  test('is not made while the payer has not answered, nor while a version is leaving', async () => {
    await expect(correct(await practice.submitted())).rejects.toMatchObject({ code: 'wrong_state' });
    const other = await aBillingPractice(world(), practice.storage);
    const claim = await other.ready();
    await other.as('biller', submitClaims);
    const doing = other.as('biller', (tx) => correctClaim(tx, { id: claim.id, version: 1 }));
    await expect(doing).rejects.toMatchObject({ code: 'in_progress' });
  });

  test('says what was changed on its charges, adds what was added, and leaves out what was taken out', async () => {
    const claim = await practice.submitted({ addOns: ['90785'] });
    await hear(claim, 'rejected');
    const [main, addOn] = await chargesOf(claim);
    if (!main || !addOn) throw new Error('a charge is missing');
    for (const one of [main, addOn]) await asBiller((tx) => reopenCharge(tx, one));
    await expect(correct(claim)).rejects.toMatchObject({ code: 'wrong_state' });
    await asBiller((tx) => cancelCharge(tx, { id: addOn.id, version: addOn.version + 1 }));
    await asBiller((tx) =>
      changeCharge(tx, {
        id: main.id,
        version: main.version + 1,
        minutes: 45,
        modifiers: ['95'],
        placeOfService: '10',
      }),
    );
    await asBiller((tx) => approveCharge(tx, { id: main.id, version: main.version + 2 }));
    const added = await asBiller((tx) => addCharge(tx, { besideId: main.id, code: '90832', modifiers: [] }));
    await asBiller((tx) => approveCharge(tx, { id: added, version: 1 }));
    await correct(claim);
    expect((await last(claim))?.content).toMatchObject({
      charge: 23_500,
      placeOfService: '10',
      lines: [
        { procedure: { code: '90834', modifiers: ['95'] }, charge: 14_000 },
        { procedure: { code: '90832' }, charge: 9500 },
      ],
    });
    expect(await rowOf(claim)).toMatchObject({ charge_cents: 23_500 });
    expect(await standing(claim)).toMatchObject({ charge: 23_500, open: 23_500 });
  });

  test('says the diagnoses that hold on the day of the service', async () => {
    const claim = await practice.submitted();
    await hear(claim, 'rejected');
    const { client_id, service_day } = await rowOf(claim);
    await world().worker.kernel.raw('select kernel.import_icd10(?)', [
      JSON.stringify([{ code: 'F33.1', billable: true, title: 'Depression', from_day: '2015-10-01', until_day: null }]),
    ]);
    await practice.as('clinician', async (tx) => {
      await noteDiagnosis(tx, { clientId: client_id, code: 'F33.1', rank: 2, fromDay: service_day });
    });
    await correct(claim);
    expect((await last(claim))?.content.diagnoses.map(({ code }) => code)).toEqual(['F411', 'F331']);
    await practice.as('clinician', async (tx) => {
      const row = await tx.one<{ id: string; version: number }>`
        select id, version from diagnoses where practice_id = ${tx.practiceId} and client_id = ${client_id} and code = 'F33.1'`;
      if (row) await endDiagnosis(tx, row);
    });
    await correct(claim);
    expect((await last(claim))?.content.diagnoses).toHaveLength(2);

    // the day on which one ended is not its own, as when a charge is proposed
    await practice.as('clinician', async (tx) => {
      await tx.all`update diagnoses set until_day = ${service_day}::date
                    where practice_id = ${tx.practiceId} and client_id = ${client_id} and code = 'F33.1'`;
    });
    await correct(claim);
    expect((await last(claim))?.content.diagnoses.map(({ code }) => code)).toEqual(['F411']);
  });
});

describe('a void', () => {
  test('of what the payer never took in is the end at once', async () => {
    const claim = await practice.ready();
    await withdraw(claim);
    expect([(await rowOf(claim)).state, await versions(claim)]).toMatchObject(['void', { length: 1 }]);
  });

  test.each(['accepted', 'reversed'] as const)(
    'of what the payer has goes to it by its number, and is the end when it has %s',
    async (how) => {
      const claim = await practice.submitted();
      const paid = answer(claim, [contractual(40)]);
      await practice.post(aFile([paid]));
      await withdraw(claim);
      const [first, second] = await versions(claim);
      const { frequency, references, ...same } = second?.content ?? {};
      expect([frequency, references]).toEqual(['8', [{ qualifier: 'F8', value: `ICN${claim.controlNumber}` }]]);
      expect(first?.content).toMatchObject(same);
      expect((await rowOf(claim)).state).toBe('ready');
      await leave(claim);
      if (how === 'accepted') await hear(claim, 'accepted');
      else await practice.post(aFile([reversalOf(paid)]));
      expect((await rowOf(claim)).state).toBe('void');
    },
  );

  test('lets the visit be billed anew, under another number', async () => {
    const claim = await practice.ready();
    await withdraw(claim);
    const again = await asBiller(async (tx) => {
      const row = await tx.one<{ visit_id: string }>`
        select h.visit_id from claim_lines l join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
         where l.practice_id = ${tx.practiceId} and l.claim_id = ${claim.id}`;
      return makeClaim(tx, row?.visit_id ?? '');
    });
    expect(again).not.toBe(claim.id);
  });
});

test('an appeal is noted, takes the denial off the list, and moves nothing', async () => {
  const claim = await practice.submitted();
  await expect(appeal(claim)).rejects.toMatchObject({ code: 'wrong_state' });
  await practice.post(denial(claim));
  const before = await rowOf(claim);
  await appeal(claim);
  expect(await rowOf(claim)).toEqual({ ...before, version: before.version + 1 });
  expect([await events(claim), await work(claim)]).toEqual([['submitted', 'denied', 'appealed'], []]);
});

describe('given up', () => {
  test('what is in dispute is written off, and what is paid stays', async () => {
    const claim = await practice.submitted();
    await practice.post(aFile([answer(claim, [adjusted('CO', '197', 100), contractual(25)])]));
    await close(claim);
    expect(await standing(claim)).toMatchObject({
      paid: 5000,
      contractual: 2500,
      denied: 0,
      writtenOff: 10_000,
      open: 0,
    });
    expect([(await rowOf(claim)).state, await work(claim)]).toEqual(['closed', []]);
  });

  test('what no payer ever took is written off too', async () => {
    const claim = await practice.submitted();
    await hear(claim, 'rejected');
    await close(claim);
    expect(await standing(claim)).toMatchObject({ writtenOff: 17_500, open: 0 });
  });

  test('and the payer pays after all: the write-off is taken back', async () => {
    const claim = await practice.submitted();
    const denied = answer(claim, [adjusted('CO', '197', 175)]);
    await practice.post(aFile([denied]));
    await close(claim);
    await practice.post(aFile([reversalOf(denied), answer(claim, [contractual(40)])]));
    expect(await standing(claim)).toMatchObject({ paid: 13_500, contractual: 4000, denied: 0, writtenOff: 0, open: 0 });
    expect((await rowOf(claim)).state).toBe('adjudicated');
  });

  test('or it is corrected after all', async () => {
    const claim = await practice.submitted();
    await practice.post(denial(claim));
    await close(claim);
    await correct(claim);
    expect(await standing(claim)).toMatchObject({ denied: 17_500, writtenOff: 0 });
  });
});

describe('a charge', () => {
  test('that is not to be billed leaves the books once its claim is void', async () => {
    const claim = await practice.ready();
    const [charge] = await chargesOf(claim);
    if (!charge) throw new Error('no charge');
    await expect(asBiller((tx) => cancelCharge(tx, charge))).rejects.toMatchObject({ code: 'charge_in_claim' });
    await expect(asBiller((tx) => reopenCharge(tx, charge))).rejects.toMatchObject({ code: 'charge_in_claim' });
    await withdraw(claim);
    await asBiller((tx) => cancelCharge(tx, charge));
    const sums = await asBiller(
      (tx) => tx.all`
        select account from ledger_lines where practice_id = ${tx.practiceId} and charge_id = ${charge.id} group by 1 having sum(cents) <> 0`,
    );
    expect([sums, (await chargesOf(claim))[0]?.state]).toEqual([[], 'void']);
  });

  test('that payers have decided on stays', async () => {
    const claim = await practice.submitted();
    await practice.post(denial(claim));
    const [charge] = await chargesOf(claim);
    if (!charge) throw new Error('no charge');
    await asBiller((tx) => reopenCharge(tx, charge));
    const cancel = asBiller((tx) => cancelCharge(tx, { id: charge.id, version: charge.version + 1 }));
    await expect(cancel).rejects.toMatchObject({ code: 'charge_in_claim' });
  });

  test('changes to a code that has a fee, and only before it is approved', async () => {
    const claim = await practice.submitted();
    await hear(claim, 'rejected');
    const [charge] = await chargesOf(claim);
    if (!charge) throw new Error('no charge');
    const change = (more: Partial<Parameters<typeof changeCharge>[1]>) =>
      asBiller((tx) => changeCharge(tx, { id: charge.id, version: charge.version, ...more }));
    await expect(change({ code: '90834' })).rejects.toMatchObject({ code: 'wrong_state' });
    await asBiller((tx) => reopenCharge(tx, charge));
    const version = charge.version + 1;
    await expect(change({ version, code: '99999' })).rejects.toMatchObject({
      fields: [{ pointer: '/code', code: 'fee_missing' }],
    });
    await expect(change({ version, minutes: 12 })).rejects.toMatchObject({ fields: [{ pointer: '/minutes' }] });
    await change({ version, minutes: 45 });
    expect(await chargesOf(claim)).toMatchObject([{ code: '90834', cents: 14_000, state: 'proposed' }]);
  });
});
