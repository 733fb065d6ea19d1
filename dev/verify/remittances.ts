import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type ListedClaim, listClaims } from '../../domain/claims/list-claims';
import { root } from '../stack/folders';
import { makeRunFolder } from '../test/run-folder';
import { testServices } from '../test/services';
import { practiceWithClaims } from './era-practice';
import { endWith } from './kill/ends';
import { say } from './kill/tell';
import { until } from './kill/until';
import { booksOf, endPauses, leftIn, statesIn } from './remittances/books';
import { type Held, holdClaim } from './remittances/holding';
import { type House, aHouse } from './remittances/house';
import { type Payment, inFile, payments, repeated, shuffled } from './remittances/payments';
import { type WorkerProcess, aWorkerProcess } from './remittances/worker-process';

/**
 * `npm run verify:remittances`: one payment a hundred times in files of other bytes, shuffled with others, while real workers are
 * killed with -9 between files, in the middle of payments and in the middle of taking one back: at every rest the books are byte
 * for byte those of a practice to which each came once. A file that repeats one payment 156 times posts it once.
 */
const rounds = 4;
const copiesPerRound = 25;
const repeats = 156;
const claimCount = 24;

endWith(main);

async function main(): Promise<boolean> {
  const run = await makeRunFolder(join(root, '.kept', 'verify'));
  try {
    const told = await testServices(run, say)(['postgres', 'temporal']);
    const house = (name: string, template: string) => aHouse(run.folder, told, name, template);
    const base = await house('v_base', told['KEPT_TEST_TEMPLATE'] ?? '');
    const claims = await claimsOf(base);
    await base.close();
    say(`${claims.length} claims have left`);

    const quiet = await house('v_quiet', 'v_base');
    const expected = await undisturbed(quiet, payments(claims));
    await quiet.close();
    const start = (of: House) =>
      aWorkerProcess(run, {
        databaseUrl: of.urlOf('kept_worker'),
        temporalAddress: told['KEPT_TEST_TEMPORAL_ADDRESS'] ?? '',
        files: of.files,
        secret,
      });
    const struck = await house('v_struck', 'v_base');
    const same = await disturbed(struck, () => start(struck), claims, expected);
    await struck.close();

    const many = await house('v_many', 'v_base');
    const [payment] = payments(claims);
    if (payment) await many.post(await many.receive(repeated(payment, repeats)));
    await many.close();
    const counted = await statesIn(many.adminUrl);
    const once = counted['posted'] === 1 && counted['duplicate'] === repeats - 1;
    say(`${repeats} times in one file, never posted before: ${JSON.stringify(counted)}`);
    return same && once;
  } finally {
    await run.end();
  }
}

const secret = randomBytes(32).toString('base64');

async function claimsOf(base: House): Promise<readonly ListedClaim[]> {
  const [app, worker] = [base.database('kept_app'), base.database('kept_worker')];
  const practiceId = await practiceWithClaims({ app, worker, migratorUrl: base.urlOf('kept_migrator') }, claimCount);
  return worker.inPractice({ practiceId, service: 'edi' }, { act: 'verify', purpose: 'billing' }, (tx) =>
    listClaims(tx, 'submitted'),
  );
}

/** The books at every rest of a practice that nobody disturbs. */
interface Rests {
  readonly posted: string;
  readonly takenBack: string;
  readonly again: string;
}

async function undisturbed(quiet: House, all: readonly Payment[]): Promise<Rests> {
  for (const [n, payment] of all.entries()) await quiet.post(await quiet.receive(inFile(payment, n + 1)));
  const posted = await booksOf(quiet.adminUrl);
  const [first] = all;
  await quiet.undo(await quiet.takeBack(traceOf(first)));
  const takenBack = await booksOf(quiet.adminUrl);
  if (first) await quiet.post(await quiet.receive(inFile(first, 900)));
  const again = await booksOf(quiet.adminUrl);
  say(`undisturbed: ${[posted, takenBack, again].map((books) => books.split('\n').length).join(', ')} entries`);
  return { posted, takenBack, again };
}

async function disturbed(
  house: House,
  start: () => Promise<WorkerProcess>,
  claims: readonly ListedClaim[],
  expected: Rests,
): Promise<boolean> {
  const all = payments(claims);
  const { adminUrl } = house;
  const rest = () =>
    until('all is worked off', async () => {
      if ((await leftIn(adminUrl)) === 0) return true;
      const paused = await endPauses(adminUrl);
      if (paused > 0) say(`${paused} steps met two kills and pause: ten minutes pass`);
      return false;
    });
  const running = [await start()];
  let [kills, idle] = [0, 0];
  const strike = async (when: string, held?: Held) => {
    await held?.reached();
    const left = await leftIn(adminUrl);
    await running.shift()?.strike();
    await held?.release();
    kills += 1;
    if (left === 0) idle += 1;
    say(`killed ${when}, with ${left} files and payments not worked off`);
    running.push(await start());
  };
  const holdOf = (payment: Payment) => holdClaim(adminUrl, middleOf(payment));
  const are = async (wanted: string) => (await booksOf(adminUrl)) === wanted;
  try {
    for (const [round, payment] of all.entries()) {
      const files = shuffled(filesOf(all, round));
      const last = round === rounds - 1;
      const held = last ? undefined : await holdOf(payment);
      if (last) running.push(await start()); // two workers, and two people at the command line
      const half = last ? Math.floor(files.length / 2) : files.length;
      for (const bytes of files.slice(0, half)) await house.receive(bytes);
      await strike(held ? `in the middle of ${traceOf(payment)}` : 'between files', held);
      const received = [];
      for (const bytes of files.slice(half)) received.push(await house.receive(bytes));
      await Promise.all(received.slice(0, 4).flatMap((file) => [house.post(file), house.post(file)]));
    }
    await rest();
    const states = await statesIn(adminUrl);
    const posted = await are(expected.posted);
    say(
      `${rounds * copiesPerRound} times among others, ${kills} kills: ${JSON.stringify(states)}; books ${word(posted)}`,
    );

    const [first] = all;
    if (!first) return false;
    await running.shift()?.strike(); // one of the two goes on alone
    const held = await holdOf(first);
    await house.takeBack(traceOf(first));
    await strike(`while ${traceOf(first)} is taken back`, held);
    await rest();
    const takenBack = await are(expected.takenBack);
    await house.receive(inFile(first, 900));
    await rest();
    const again = await are(expected.again);
    say(`taken back: books ${word(takenBack)}; posted again: books ${word(again)}`);

    const before = await statesIn(adminUrl);
    await house.receive(repeated(first, repeats));
    await rest();
    const after = await statesIn(adminUrl);
    const told = (after['duplicate'] ?? 0) - (before['duplicate'] ?? 0);
    const still = await are(expected.again);
    say(`${repeats} times in one file, posted before: ${told} duplicates; books ${word(still)}`);
    if (idle > 0) say(`WRONG  ${idle} times a worker was killed that had nothing to do`);
    const same = posted && takenBack && again && still;
    return same && idle === 0 && states['posted'] === all.length && told === repeats;
  } finally {
    await Promise.all(running.map((one) => one.strike()));
  }
}

const word = (same: boolean): string => (same ? 'the same' : 'DIFFERENT');
const traceOf = (payment: Payment | undefined): string => payment?.header.trace.number ?? '';

function middleOf(payment: Payment): string {
  const { claims } = payment;
  return claims[Math.floor(claims.length / 2)]?.controlNumber ?? '';
}

/** The first payment many times, and those that came up to this round a few times: each file has bytes of its own. */
function filesOf(all: readonly Payment[], round: number): readonly Uint8Array[] {
  return all
    .slice(0, round + 1)
    .flatMap((payment, of) =>
      Array.from({ length: of === 0 ? copiesPerRound : 3 }, (_, n) =>
        inFile(payment, 1 + round * copiesPerRound + n + of * rounds * copiesPerRound),
      ),
    );
}
