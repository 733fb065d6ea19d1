import { correctClaim } from '../domain/claims/correct-claim';
import { appealClaim, closeClaim } from '../domain/claims/give-up-claim';
import { voidClaim } from '../domain/claims/void-claim';
import { type Instant, addHours, instantOf } from '../domain/time/instant';
import { answer, reversalOf } from '../tests/builders/answers';
import {
  type BillingPractice,
  type SubmittedClaim,
  aBillingPractice,
  aFile,
  lately,
  paidToday,
} from '../tests/builders/billing';
import { does, hears, leaves, leftAt } from '../tests/builders/claim-story';
import { closeAfterEach } from '../tests/builders/closing';
import { planned, stepOf, workOf } from '../tests/builders/flow';
import { aWorld, times } from '../tests/builders/practice';
import { asSuperuser } from '../tests/builders/sql';
import { aStorage } from '../tests/builders/storage';
import { type TestEngine, anEngine, relayOptions, until } from '../tests/builders/temporal';
import { adjusted, contractual } from '../tests/builders/x12/remittances';
import { startRelay } from '../worker/relay';
import { sweep } from '../worker/sweep';
import { workflowId } from './contracts/ids';

const closing = closeAfterEach();
const world = aWorld();
/** With a relay of its own. */
const another = aWorld();
let engine: TestEngine;
let practice: BillingPractice;
beforeAll(async () => {
  engine = await anEngine(world());
  practice = await aBillingPractice(world(), aStorage(), lately());
});
afterAll(() => engine.stop());

/** The instant whose clock of so many hours runs out in so many milliseconds. */
const agoButFor = (hours: number, ms: number): Instant => addHours(instantOf(Date.now() + ms), -hours);
/** A claim whose clock of so many hours runs out in so many milliseconds. */
async function dueIn(hours: number, ms: number, of = practice): Promise<SubmittedClaim> {
  const claim = await of.ready();
  await leaves(of, claim, agoButFor(hours, ms));
  return claim;
}
const handle = ({ id }: SubmittedClaim, by = engine) => by.worker.temporal.workflow.getHandle(workflowId.claim(id));
const ended = (claim: SubmittedClaim) =>
  until(async () => (await handle(claim).describe()).status.name === 'COMPLETED');
const hasWork = (claim: SubmittedClaim, causes: readonly string[], of = practice) =>
  until(async () => (await workOf(of, claim.id)).join() === causes.join());
const paid = (claim: SubmittedClaim) => answer(claim, [contractual(40)]);

test('a clock that runs out becomes work, an answer takes it away, and what is paid to the cent ends the claim', async () => {
  const claim = await dueIn(1, 2_500);
  const { due_at: due } = await planned(practice, claim.id, 'ask_format');
  await planned(practice, claim.id, 'ask_receipt');
  expect(Date.now()).toBeGreaterThanOrEqual(due?.getTime() ?? Infinity);
  expect(await workOf(practice, claim.id)).toEqual(['claim_unacknowledged']);
  await hears(practice, claim, 'accepted');
  await planned(practice, claim.id, 'ask_decision');
  expect(await workOf(practice, claim.id)).toEqual([]);
  await practice.post(aFile([paid(claim)]));
  await ended(claim);
  expect(await stepOf(practice, claim.id)).toMatchObject({ kind: 'nothing_more' });
});

test('the second clock runs while the first is answered', async () => {
  const claim = await dueIn(48, 2_500);
  await hears(practice, claim, 'format_accepted');
  await hasWork(claim, ['claim_unreceived']);
  await hears(practice, claim, 'received');
  await hasWork(claim, []);
});

test('answers at the instant at which clocks run out leave no work behind, whichever is first', async () => {
  const claims = [];
  for (let n = 0; n < 6; n += 1) claims.push(await practice.ready());
  const at = agoButFor(1, 3_000);
  await Promise.all(claims.map((claim) => leaves(practice, claim, at)));
  await until(() => Promise.resolve(Date.now() >= addHours(at, 1)));
  await Promise.all(claims.map((claim) => hears(practice, claim, 'accepted')));
  for (const { id } of claims) await planned(practice, id, 'ask_decision');
  for (const { id } of claims) expect(await workOf(practice, id)).toEqual([]);
});

test('rejected, corrected, denied, appealed, given up: each is what the plan says next', async () => {
  const claim = await leftAt(practice, instantOf(Date.now()));
  await hears(practice, claim, 'rejected');
  await planned(practice, claim.id, 'warn_filing');
  expect(await workOf(practice, claim.id)).toEqual(['claim_rejected']);
  await does(practice, claim, correctClaim);
  await planned(practice, claim.id, 'warn_filing');
  expect(await workOf(practice, claim.id)).toEqual([]);
  await leaves(practice, claim, instantOf(Date.now()));
  await planned(practice, claim.id, 'ask_format');
  await practice.post(aFile([answer(claim, [adjusted('CO', '197', 175)])], { paidOn: paidToday() }));
  await planned(practice, claim.id, 'warn_correction');
  expect(await workOf(practice, claim.id)).toEqual(['claim_denied']);
  await does(practice, claim, appealClaim);
  await planned(practice, claim.id, 'ask_appeal');
  await does(practice, claim, closeClaim);
  await ended(claim);
});

test('what has ended goes on when the payer takes it back, and ends void', async () => {
  const claim = await leftAt(practice, instantOf(Date.now()));
  await practice.post(aFile([paid(claim)]));
  await ended(claim);
  await does(practice, claim, voidClaim);
  await planned(practice, claim.id, 'await_batch');
  await leaves(practice, claim, instantOf(Date.now()));
  await planned(practice, claim.id, 'ask_format');
  await practice.post(aFile([reversalOf(paid(claim))]));
  await ended(claim);
  expect(await stepOf(practice, claim.id)).toMatchObject({ kind: 'nothing_more' });
});

test('a burst of answers, again and in any order, ends where one of each does', async () => {
  const claim = await leftAt(practice, instantOf(Date.now()));
  const answers = (['format_accepted', 'received', 'accepted'] as const).flatMap((kind) => times(4, () => kind));
  await Promise.all(answers.map((kind) => hears(practice, claim, kind)));
  await planned(practice, claim.id, 'ask_decision');
  expect(await workOf(practice, claim.id)).toEqual([]);
});

test('a signal that was lost is told by the sweep; so is a run that somebody ended', async () => {
  const alone = closing(await anEngine(another()));
  const other = await aBillingPractice(another(), aStorage(), lately());
  const [lost, gone] = [await leftAt(other, instantOf(Date.now())), await dueIn(1, 5_000, other)];
  for (const { id } of [lost, gone]) await planned(other, id, 'ask_format');
  await alone.relay.close();
  await hears(other, lost, 'accepted');
  await handle(gone, alone).terminate('operator');
  const due = (await stepOf(other, gone.id))?.due_at?.getTime() ?? 0;
  await until(() => Promise.resolve(Date.now() >= due)); // and nobody is there
  await asSuperuser(another().urls, (sql) =>
    sql.query(`delete from kernel.outbox;
      update kept.next_steps set wanted_at = clock_timestamp() - interval '1 hour' where id = '${lost.id}';
      update kept.next_steps set due_at = clock_timestamp() - interval '1 hour' where id = '${gone.id}'`),
  );
  expect(await sweep(another().worker)).toBe(2);
  const relay = startRelay(relayOptions(another(), alone.worker.temporal, alone.taskQueue));
  closing(relay);
  await planned(other, lost.id, 'ask_decision');
  await hasWork(gone, ['claim_unacknowledged'], other);
  expect(await sweep(another().worker)).toBe(0);
});
