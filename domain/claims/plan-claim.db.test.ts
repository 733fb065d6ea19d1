import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStorage } from '../../integrations/storage/disk';
import { answer, reversalOf } from '../../tests/builders/answers';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { does, hears, leaves, leftAt } from '../../tests/builders/claim-story';
import { aWorld, zone } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';
import { adjusted, contractual } from '../../tests/builders/x12/remittances';
import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import type { NextStep } from '../next-step/next-step';
import { takeBackRemittance, undoRemittance } from '../remittances/undo-remittance';
import { type Instant, addHours, addMinutes, fromDate } from '../time/instant';
import { addDays, dayAt, instantAt, wallTimeAt } from '../time/wall-time';
import { correctClaim } from './correct-claim';
import { appealClaim, closeClaim } from './give-up-claim';
import { noteClaimEvent } from './note-claim-event';
import { planClaim, tellClock } from './plan-claim';
import { readClaim } from './read-claim';
import { voidClaim } from './void-claim';

const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), diskStorage(mkdtempSync(join(tmpdir(), 'kept-edi-'))));
});

const sent = instantAt('2026-11-03T09:00', zone);
const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;
const asEdi = <T>(work: (tx: PracticeTx) => Promise<T>, now: Instant) => practice.as(edi(), work, now);
const rowOf = ({ id }: SubmittedClaim, now: Instant) => asEdi((tx) => locked(tx, 'claims', id), now);
const plan = ({ id }: SubmittedClaim, now: Instant) => asEdi((tx) => planClaim(tx, id), now);
/** `step wall-time` */
const told = (next: NextStep) =>
  next.kind === 'nothing_more' ? next.kind : `${next.step}${next.due === null ? '' : ` ${wallTimeAt(next.due, zone)}`}`;
const next = async (claim: SubmittedClaim, now: Instant) => told(await plan(claim, now));
/** What the workflow does at `now`: plans, and carries out what is due. */
async function runs(claim: SubmittedClaim, now: Instant): Promise<string> {
  for (let step = await plan(claim, now); ;) {
    if (step.kind === 'nothing_more' || step.due === null || step.due > now) return told(step);
    const { step: name, occurrence } = step;
    step = (await asEdi((tx) => tellClock(tx, { id: claim.id, step: name, occurrence }), now)).next;
  }
}
const work = ({ id }: SubmittedClaim) =>
  asEdi(async (tx) => {
    const rows = await tx.all<{ cause: string; due_at: Date | null }>`
      select cause, due_at from work_items where practice_id = ${tx.practiceId} and ref_id = ${id} and state = 'open' order by cause`;
    return rows.map(({ cause, due_at }) => (due_at ? `${cause} ${dayAt(fromDate(due_at), zone)}` : cause));
  }, sent);

const left = () => leftAt(practice, sent);
const filingDay = async (claim: SubmittedClaim) => addDays((await rowOf(claim, sent)).service_day, 90);

test('what lies ahead stands with the claim as it was planned, and open screens hear of it when it changes', async () => {
  const claim = await left();
  const told = () =>
    asSuperuser(world().urls, async (sql) => {
      const { rows } = await sql.query<{ n: number }>(
        "select count(*)::int as n from kernel.outbox where kind = 'next_step' and ref_id = $1",
        [claim.id],
      );
      return rows[0]?.n ?? 0;
    });
  const ahead = async () => {
    const { ahead: lines } = await practice.as('biller', (tx) => readClaim(tx, claim.id));
    return lines.map(({ step, toldAt }) => (toldAt === null ? step : `${step} +`));
  };
  await plan(claim, sent);
  const once = await told();
  expect(await ahead()).toEqual(['ask_format', 'ask_receipt', 'ask_decision', 'warn_filing']);
  await plan(claim, sent);
  expect(await told()).toBe(once);
  await runs(claim, addHours(sent, 1));
  expect(await ahead()).toEqual(['ask_format +', 'ask_receipt', 'ask_decision', 'warn_filing']);
  // the next step stays the same, what follows it does not
  const before = await told();
  await hears(practice, claim, 'format_accepted', addHours(sent, 2));
  expect(await next(claim, addHours(sent, 2))).toBe('ask_receipt 2026-11-05T09:00');
  expect(await ahead()).toEqual(['ask_receipt', 'ask_decision', 'warn_filing']);
  expect(await told()).toBe(before + 1);
});

test('a claim that nobody answers becomes work clock by clock, and an answer takes the work away', async () => {
  const claim = await left();
  const filing = await filingDay(claim);
  expect(await next(claim, sent)).toBe('ask_format 2026-11-03T10:00');
  expect(await runs(claim, addMinutes(sent, 59))).toBe('ask_format 2026-11-03T10:00');
  expect(await work(claim)).toEqual([]);
  expect(await runs(claim, addHours(sent, 1))).toBe('ask_receipt 2026-11-05T09:00');
  expect(await work(claim)).toEqual([`claim_unacknowledged ${filing}`]);
  expect(await runs(claim, addHours(sent, 48))).toBe('ask_decision 2026-12-03T23:59');
  expect(await work(claim)).toEqual([`claim_unacknowledged ${filing}`, `claim_unreceived ${filing}`]);
  await hears(practice, claim, 'format_accepted', addHours(sent, 49));
  await runs(claim, addHours(sent, 49));
  expect(await work(claim)).toEqual([`claim_unreceived ${filing}`]);
  await hears(practice, claim, 'accepted', addHours(sent, 50));
  expect(await runs(claim, addHours(sent, 50))).toBe('ask_decision 2026-12-05T23:59');
  expect(await work(claim)).toEqual([]);
  expect(await runs(claim, instantAt('2026-12-06T00:00', zone))).toBe('await_answer');
  expect(await work(claim)).toEqual(['claim_unanswered']);
});

test('work that a person took off the list is not opened again by the same clock', async () => {
  const claim = await left();
  await runs(claim, addHours(sent, 1));
  await asEdi(
    (tx) =>
      tx
        .rows('work_items')
        .where({ practice_id: tx.practiceId, ref_id: claim.id })
        .update({ state: 'dismissed', closed_at: new Date(tx.now) }),
    addHours(sent, 2),
  );
  expect(await runs(claim, addHours(sent, 3))).toBe('ask_receipt 2026-11-05T09:00');
  expect(await work(claim)).toEqual([]);
});

test('what is rejected is due when it is too late to file, and is told once more 14 days before', async () => {
  const claim = await left();
  const filing = await filingDay(claim);
  await hears(practice, claim, 'rejected', addHours(sent, 2));
  await plan(claim, addHours(sent, 2));
  expect(await work(claim)).toEqual([`claim_rejected ${filing}`]);
  const warning = addDays(filing, -14);
  expect(await next(claim, addHours(sent, 2))).toBe(`warn_filing ${warning}T00:00`);
  expect(await runs(claim, instantAt(`${warning}T08:00`, zone))).toBe('await_mend');
  expect(await work(claim)).toEqual([`claim_filing_due ${filing}`, `claim_rejected ${filing}`]);
  await does(practice, claim, correctClaim, addHours(sent, 5));
  await leaves(practice, claim, addHours(sent, 6));
  await hears(practice, claim, 'accepted', addHours(sent, 7));
  await plan(claim, addHours(sent, 8));
  expect(await work(claim)).toEqual([]);
});

test('a denial runs by the day of its payment; an appeal waits for its answer; paid in full, nothing is left', async () => {
  const claim = await left();
  const denied = answer(claim, [adjusted('CO', '197', 175)]);
  await practice.post(aFile([denied]));
  const now = addHours(fromDate(new Date()), 1);
  const paidOn = await asEdi(
    (tx) => tx.one<{ paid_on: string }>`
      select r.paid_on::text from remittances r join remittance_claims c on c.practice_id = r.practice_id and c.remittance_id = r.id
       where c.practice_id = ${tx.practiceId} and c.claim_id = ${claim.id}`,
    sent,
  );
  const correction = addDays(paidOn?.paid_on ?? '', 180);
  await plan(claim, now);
  expect(await work(claim)).toEqual([`claim_denied ${correction}`]);
  expect(await next(claim, now)).toBe(`warn_correction ${addDays(correction, -14)}T00:00`);
  const late = instantAt(`${addDays(correction, -13)}T08:00`, zone);
  expect(await runs(claim, late)).toBe('await_decision');
  expect(await work(claim)).toEqual([
    `claim_appeal_due ${correction}`,
    `claim_correction_due ${correction}`,
    `claim_denied ${correction}`,
  ]);
  await does(practice, claim, appealClaim, late);
  const answered = `${addDays(dayAt(late, zone), 30)}T23:59`;
  expect(await next(claim, late)).toBe(`ask_appeal ${answered}`);
  expect(await work(claim)).toEqual([]);
  expect(await runs(claim, addMinutes(instantAt(answered, zone), 1))).toBe('await_answer');
  expect(await work(claim)).toEqual(['appeal_unanswered']);
});

test('a decision that leaves nothing ends the claim; taken back, the next one is owed', async () => {
  const claim = await left();
  const paid = answer(claim, [contractual(40)]);
  await practice.post(aFile([paid]));
  const now = fromDate(new Date());
  expect(await next(claim, now)).toBe('nothing_more');
  await practice.post(aFile([reversalOf(paid)]));
  expect(await next(claim, now)).toMatch(/^ask_decision /);
});

test('a part that nobody decided on is work the day after', async () => {
  const claim = await left();
  await practice.as(
    edi(),
    async (tx) =>
      noteClaimEvent(tx, await locked(tx, 'claims', claim.id), { kind: 'adjudicated', evidenceKey: 'a part' }),
    addHours(sent, 60),
  );
  expect(await next(claim, addHours(sent, 61))).toBe('look_at_rest 2026-11-06T21:00');
  await runs(claim, addHours(sent, 90));
  expect(await work(claim)).toMatchObject([expect.stringMatching(/^claim_rest /)]);
  await does(practice, claim, closeClaim, addHours(sent, 91));
  expect([await next(claim, addHours(sent, 92)), await work(claim)]).toEqual(['nothing_more', []]);
});

test.each([['voided', voidClaim]] as const)('a claim that is %s is left alone', async (_, act) => {
  const claim = await practice.ready();
  expect(await next(claim, sent)).toMatch(/^warn_filing /);
  await does(practice, claim, act, sent);
  expect(await next(claim, sent)).toBe('nothing_more');
});

test('a step that is not what is next any more, or not due, tells nothing', async () => {
  const claim = await left();
  const ask = (step: string, occurrence: number, now: Instant) =>
    asEdi((tx) => tellClock(tx, { id: claim.id, step, occurrence }), now);
  for (const [step, occurrence, now] of [
    ['ask_format', 1, addMinutes(sent, 59)],
    ['ask_format', 2, addHours(sent, 2)],
    ['ask_receipt', 1, addHours(sent, 2)],
  ] as const)
    expect(await ask(step, occurrence, now)).toMatchObject({ kind: 'planned', next: { step: 'ask_format' } });
  expect(await work(claim)).toEqual([]);
});

test('whatever changes a claim tells its workflow, with the version that it has then', async () => {
  const claim = await left();
  const wanted = async () => {
    const { version } = await rowOf(claim, sent);
    const row = await asEdi(
      (tx) => tx.one<{ wanted_version: number; planned_version: number }>`
        select wanted_version, planned_version from next_steps where practice_id = ${tx.practiceId} and id = ${claim.id}`,
      sent,
    );
    return [row?.wanted_version, row?.planned_version].map((one) => (one ?? 0) - version);
  };
  expect(await wanted()).toEqual([0, -2]);
  await plan(claim, sent);
  expect(await wanted()).toEqual([0, 0]);
  await hears(practice, claim, 'received', addHours(sent, 1));
  expect(await wanted()).toEqual([0, -1]);
});

test('a payment that was taken back is no decision', async () => {
  const claim = await left();
  await practice.post(aFile([answer(claim, [contractual(40)])], { trace: 'EFT-BACK' }));
  const payment = await asEdi(
    (tx) => tx.one<{ id: string; version: number }>`
      select id, version from remittances where practice_id = ${tx.practiceId} and trace_number = 'EFT-BACK'`,
    sent,
  );
  if (!payment) throw new Error('no payment');
  await practice.as('biller', (tx) => takeBackRemittance(tx, payment));
  await undoRemittance(world().worker, practice.id, payment.id);
  expect(await next(claim, addHours(sent, 2))).toBe('ask_format 2026-11-03T10:00');
});
