import type { Ends } from '../ends';
import type { Lane } from '../lane';
import { strikeEach, undisturbed } from '../strike';
import { say } from '../tell';
import { until } from '../until';
import { type MoneyCast, aMoneyCast } from './cast';
import { moneyDifferences, moneyEndOf } from './end-state';
import { buildGates } from '../gates';
import { type MoneyPointName, moneyPoints } from './points';
import { type MoneyLife, billed } from './story';

const count = Object.keys(moneyPoints).length;

/** Lives every point in a lane of its own, one begun when the one before is struck, and compares each end with the undisturbed one. */
export async function proveMoney(lane: Lane): Promise<Ends<MoneyPointName>> {
  const cast = await aMoneyCast(lane);
  try {
    await buildGates(lane);
    await nothingReady(cast);
    const life = async (number: number): Promise<MoneyLife> => ({
      cast,
      prepared: await cast.prepare(number),
      doing: undisturbed,
    });
    const lives: MoneyLife[] = []; // all of them before anything is killed: what people did before is not what is proved
    for (const number of Array.from({ length: count + 1 }).keys()) lives.push(await life(number));
    const [quiet, ...others] = lives;
    if (!quiet) throw new Error('no life');
    await billed(quiet);
    const end = await moneyEndOf(lane, quiet.prepared.clients);
    say('money: undisturbed, from the note to the payment and back');
    return await strikeEach(lane, moneyPoints, 'money', async (doing, _, n) => {
      const one = others[n];
      if (!one) throw new Error('no life');
      await billed({ ...one, doing });
      return moneyDifferences(await moneyEndOf(lane, one.prepared.clients), end);
    });
  } finally {
    await cast.close();
  }
}

/** The demo practice has claims that wait to leave: they go first, so that later batches are of one life each. */
async function nothingReady({ lane, biller }: MoneyCast): Promise<void> {
  await biller.act('claim-batches');
  await until('what was ready has left', async () => {
    const [row] = await lane.sql<{ n: number }>(
      `select count(*)::int as n from kept.claims where state = 'ready' or exists (select 1 from kept.claim_batches where state not in ('sent', 'accepted'))`,
    );
    return row?.n === 0;
  });
}
