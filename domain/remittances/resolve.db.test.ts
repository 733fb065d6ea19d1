import { Readable } from 'node:stream';
import { answer, reversalOf } from '../../tests/builders/answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { keepFile } from '../../tests/builders/keep-file';
import { aStorage } from '../../tests/builders/storage';
import { aPaidClaim, aPaidLine, aProviderAdjustment, contractual } from '../../tests/builders/x12/remittances';
import { receiveFile } from '../clearinghouse/receive-file';
import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { readClaimLedger } from '../ledger/claim-ledger';
import { readRemittance } from './read-remittance';
import { dismissFile, releaseFile, releaseRemittance } from './release-file';
import { postToCandidate, reopen, setAside } from './resolve-remittance-claim';

const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), aStorage());
});

/** What a payer says of a claim under a number that nobody has. */
const unsure = (claim: SubmittedClaim, number: string) =>
  answer({ ...claim, lastName: 'NOBODY' }, [contractual(40)], { controlNumber: number, payerControlNumber: number });
const saidAs = (number: string) =>
  practice.as('biller', async (tx) => {
    const row = await tx.one<{
      id: string;
      version: number;
      state: string;
      reason: string | null;
      resolved_by: string | null;
    }>`
      select id, version, state, reason, resolved_by from remittance_claims
       where practice_id = ${tx.practiceId} and control_number = ${number} order by id desc limit 1`;
    if (!row) throw new Error(`nothing is said of ${number}`);
    return row;
  });
const openWork = (refId: string) =>
  practice.as(
    'biller',
    (tx) =>
      tx.all`select 1 from work_items where practice_id = ${tx.practiceId} and ref_id = ${refId} and state = 'open'`,
  );
const standing = async (claim: SubmittedClaim) => {
  const { whole } = await practice.as('biller', (tx) => readClaimLedger(tx, claim.controlNumber));
  return { paid: whole.paid, open: whole.open };
};

describe('a payer’s word that waits for a person', () => {
  test('is posted to the claim that she chooses, once, and the work is done', async () => {
    const claim = await practice.submitted();
    await practice.post(aFile([unsure(claim, 'R-POST')]));
    const said = await saidAs('R-POST');
    expect(await openWork(said.id)).toHaveLength(1);
    const request = { id: said.id, version: said.version, claimId: claim.id };
    await practice.as('biller', (tx) => postToCandidate(tx, request));
    expect(await saidAs('R-POST')).toMatchObject({ state: 'posted', resolved_by: await practice.member('biller') });
    expect(await standing(claim)).toEqual({ paid: 13_500, open: 0 });
    expect(await openWork(said.id)).toHaveLength(0);
    await expect(practice.as('biller', (tx) => postToCandidate(tx, request))).rejects.toMatchObject({
      code: 'stale_version',
    });
  });

  test('of two who decide at the same time, one does', async () => {
    const [one, two] = [await practice.submitted(), await practice.submitted()];
    await practice.post(aFile([unsure(one, 'R-RACE')]));
    const { id, version } = await saidAs('R-RACE');
    const answers = await Promise.allSettled(
      [one, two].map((claim) => practice.as('biller', (tx) => postToCandidate(tx, { id, version, claimId: claim.id }))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await standing(one)).paid + (await standing(two)).paid).toBe(13_500);
  });

  test('with lines that are none of the claim’s counts for the claim as a whole', async () => {
    const claim = await practice.submitted({ addOns: ['90785'] });
    const other = aPaidLine(100, [contractual(20)], { procedure: { qualifier: 'HC', code: '99999', modifiers: [] } });
    await practice.post(
      aFile([
        aPaidClaim([other], {
          controlNumber: claim.controlNumber,
          payerControlNumber: 'R-LINES',
          patient: { entityType: '1', last: claim.lastName, first: 'ANA' },
        }),
      ]),
    );
    const said = await saidAs(claim.controlNumber);
    expect(said).toMatchObject({ state: 'review', reason: 'lines_unmatched' });
    await practice.as('biller', (tx) => postToCandidate(tx, { id: said.id, version: said.version, claimId: claim.id }));
    const { whole, lines } = await practice.as('biller', (tx) => readClaimLedger(tx, claim.controlNumber));
    expect([whole.paid, whole.contractual]).toEqual([8000, 2000]);
    expect(lines.map((line) => line.standing.paid)).toEqual([0, 0]);
  });

  test('that takes back what has not come is not posted by anybody', async () => {
    const claim = await practice.submitted();
    await practice.post(aFile([reversalOf(answer(claim, [contractual(40)]))]));
    const said = await saidAs(claim.controlNumber);
    const posting = practice.as('biller', (tx) =>
      postToCandidate(tx, { id: said.id, version: said.version, claimId: claim.id }),
    );
    await expect(posting).rejects.toMatchObject({ code: 'not_postable' });
  });

  test('is set aside, its money stays unapplied, and waits again when someone says so', async () => {
    const claim = await practice.submitted();
    await practice.post(aFile([unsure(claim, 'R-ASIDE')]));
    const said = await saidAs('R-ASIDE');
    await practice.as('biller', (tx) => setAside(tx, { id: said.id, version: said.version, why: 'not_ours' }));
    expect(await saidAs('R-ASIDE')).toMatchObject({ state: 'set_aside', reason: 'not_ours' });
    expect(await openWork(said.id)).toHaveLength(0);
    expect(await standing(claim)).toEqual({ paid: 0, open: 17_500 });
    await practice.as('biller', (tx) => reopen(tx, { id: said.id, version: said.version + 1 }));
    expect(await saidAs('R-ASIDE')).toMatchObject({ state: 'review', reason: 'unmatched', resolved_by: null });
    expect(await openWork(said.id)).toHaveLength(1);
  });
});

describe('what is quarantined', () => {
  const fileRow = (trouble: string) =>
    practice.as('biller', async (tx) => {
      const row = await tx.one<{ id: string; version: number; state: string }>`
        select id, version, state from edi_files where practice_id = ${tx.practiceId} and reason = ${trouble} order by id desc limit 1`;
      if (!row) throw new Error(`no file with ${trouble}`);
      return row;
    });
  const stores = () => ({ database: world().worker, storage: practice.storage });
  const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;

  test('a file is read once more when a person says so, and is quarantined again while it does not tie', async () => {
    const claim = await practice.submitted();
    const bad = answer(claim, [contractual(40)]);
    await practice.post(aFile([{ ...bad, paid: 0 as typeof bad.paid }]));
    const file = await fileRow('claim_off');
    await practice.as('biller', (tx) => releaseFile(tx, file));
    expect(await openWork(file.id)).toHaveLength(0);
    expect(await keepFile(stores(), practice.id, file.id)).toEqual(['read']);
    expect(await openWork(file.id)).toHaveLength(1);
    const again = await fileRow('claim_off');
    await practice.as('biller', (tx) => dismissFile(tx, { ...again, why: 'came_again' }));
    expect(await fileRow('claim_off')).toMatchObject({ id: file.id, state: 'dismissed' });
    expect(await openWork(file.id)).toHaveLength(0);
  });

  test('a file that is read once more moves beside the claims what this reading says, and nothing of the last one', async () => {
    const claim = await practice.submitted();
    const content = aFile([answer(claim, [contractual(40)])], {
      trace: 'R-PLB',
      providerAdjustments: [aProviderAdjustment('WO', 30, 'X')],
    });
    const file = await receiveFile(stores(), edi(), {
      name: 'plb.835',
      cameBy: 'command',
      open: () => Readable.from([Buffer.from(content)]),
    });
    // an earlier build had read it, wrongly, and did not come to an end
    await practice.as(edi(), async (tx) => {
      const id = newId();
      await tx.rows('remittances').insert({
        practice_id: tx.practiceId,
        id,
        file_id: file.id,
        ordinal: 1,
        state: 'found',
        trace_number: 'R-PLB',
        trace_key: 'R-PLB',
        payer_name: 'P',
        method: 'ACH',
        handling: 'I',
        paid_cents: 1,
        offset_bytes: 0,
        content_hash: Buffer.alloc(32),
      });
      const wrong = { practice_id: tx.practiceId, remittance_id: id, code: 'CS', cents: 77, offset_bytes: 1 };
      await tx.rows('remittance_adjustments').insert([1, 2].map((ordinal) => ({ ...wrong, ordinal })));
    });
    expect(await keepFile(stores(), practice.id, file.id)).toEqual(['read', 'post']);
    const payment = await practice.as(
      'biller',
      (tx) => tx.one<{ id: string }>`
        select id from remittances where practice_id = ${tx.practiceId} and file_id = ${file.id}`,
    );
    const { adjustments } = await practice.as('biller', (tx) => readRemittance(tx, payment?.id ?? ''));
    expect(adjustments).toMatchObject([{ ordinal: 1, code: 'WO', cents: 3000 }]);
    const booked = await practice.as(
      'biller',
      (tx) => tx.all<{ cents: number }>`
        select l.cents from ledger_lines l join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id
         where e.practice_id = ${tx.practiceId} and e.remittance_id = ${payment?.id ?? ''} and l.account = 'payer_balance'`,
    );
    expect(booked).toEqual([{ cents: 3000 }]);
    // what the file does not hold is a movement of nothing: it is kept, and no role may delete it
    const rows = (tx: PracticeTx) =>
      tx.rows('remittance_adjustments').where({ practice_id: tx.practiceId, remittance_id: payment?.id ?? '' });
    expect(await practice.as('biller', (tx) => rows(tx).orderBy('ordinal').select('ordinal', 'cents'))).toEqual([
      { ordinal: 1, cents: 3000 },
      { ordinal: 2, cents: 0 },
    ]);
    for (const who of [edi(), 'biller', 'administrator'] as const)
      await expect(practice.as(who, (tx) => rows(tx).delete())).rejects.toMatchObject({ code: 'not_found' });
    // and once it is posted nobody changes it any more
    await expect(practice.as(edi(), (tx) => rows(tx).update({ cents: 1 }))).rejects.toThrow();
  });

  test('a payment under the number of another is posted when a person says that it is another', async () => {
    const [one, two] = [await practice.submitted(), await practice.submitted()];
    await practice.post(aFile([answer(one, [contractual(40)])], { trace: 'R-TWIN' }));
    await practice.post(aFile([answer(two, [contractual(40)])], { trace: 'R-TWIN' }));
    const row = await practice.as('biller', async (tx) => {
      const found = await tx.one<{ id: string; version: number; file_id: string }>`
        select id, version, file_id from remittances where practice_id = ${tx.practiceId} and trace_number = 'R-TWIN' and state = 'quarantined'`;
      if (!found) throw new Error('no twin');
      return found;
    });
    await practice.as('biller', (tx) => releaseRemittance(tx, row));
    expect(await keepFile(stores(), practice.id, row.file_id)).toEqual(['post']);
    expect([await standing(one), await standing(two)]).toEqual([
      { paid: 13_500, open: 0 },
      { paid: 13_500, open: 0 },
    ]);

    // whichever of the two comes once more came before
    const again = (...said: Parameters<typeof aFile>) => Buffer.concat([Buffer.from('\n'), aFile(...said)]);
    expect(await practice.post(again([answer(two, [contractual(40)])], { trace: 'R-TWIN' }))).toMatchObject({
      disposition: 'duplicate',
    });
    expect(await practice.post(again([answer(one, [contractual(40)])], { trace: 'R-TWIN' }))).toMatchObject({
      disposition: 'duplicate',
    });
    const three = await practice.submitted();
    expect(await practice.post(aFile([answer(three, [contractual(40)])], { trace: 'R-TWIN' }))).toMatchObject({
      disposition: 'quarantine',
    });
    expect([await standing(one), await standing(two), await standing(three)]).toEqual([
      { paid: 13_500, open: 0 },
      { paid: 13_500, open: 0 },
      { paid: 0, open: 17_500 },
    ]);
  });
});
