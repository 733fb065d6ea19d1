import { type Ends, whyOf } from './ends';
import { type GateName, closeGate } from './gates';
import { holdCommits } from './holding';
import type { Killable, Lane } from './lane';
import type { Moment } from './points';
import { say } from './tell';
import { until } from './until';
import { arm, armed, got } from './vendor';

/** Who is killed when: of any story. */
export interface Strike {
  readonly step: string;
  readonly moment: Moment;
  readonly kill: Killable;
  /** Where the transaction is held, for moments that have a gate. */
  readonly gate?: GateName;
}

/** Does a step, and whatever is to happen at it; `id` is what the step is about. */
export type Doing = <T>(step: string, act: () => Promise<T>, id?: string) => Promise<T>;

/** Nobody is killed. */
export const undisturbed: Doing = (_, act) => act();

/**
 * Strikes at every point of a lane, each in a life of its own that begins when the one before is struck: where a life waits for a
 * time-out of minutes, the next come meanwhile.
 * @param live lives to the end, and answers where that differs; one that could not differs by why
 */
export async function strikeEach<Name extends string, Point extends Strike>(
  lane: Lane,
  points: Readonly<Record<Name, Point>>,
  as: string,
  live: (doing: Doing, point: Point, n: number) => Promise<readonly string[]>,
): Promise<Ends<Name>> {
  const ends = new Map<Name, Promise<readonly string[]>>();
  for (const [n, [name, point]] of (Object.entries(points) as [Name, Point][]).entries()) {
    await lane.whole();
    const { doing, struck } = strikeAt(lane, point);
    const end = live(doing, point, n).catch((error: unknown) => [whyOf(error)]);
    ends.set(name, end);
    await Promise.race([struck, end]);
    say(`${as}: killed ${point.kill}: ${name}`);
  }
  return new Map(await Promise.all([...ends].map(async ([name, end]) => [name, await end] as const)));
}

/** Kills at the first time that the story comes to the point; `struck` is settled then. */
function strikeAt(lane: Lane, point: Strike): { readonly doing: Doing; readonly struck: Promise<void> } {
  const { promise: struck, resolve, reject } = Promise.withResolvers<void>();
  struck.catch(() => undefined); // the story fails with it
  let isOver = false;
  const doing: Doing = async (step, act, id = '') => {
    if (isOver || step !== point.step) return act();
    isOver = true;
    try {
      return await moments[point.moment](lane, point, act, id, resolve);
    } catch (error) {
      reject(error);
      throw error;
    }
  };
  return { doing, struck };
}

type Striking = <T>(lane: Lane, point: Strike, act: () => Promise<T>, id: string, struck: () => void) => Promise<T>;

const moments: Readonly<Record<Moment, Striking>> = {
  async before(lane, { kill }, act, _, struck) {
    await lane.strike(kill);
    const acting = act();
    struck();
    return acting;
  },
  async after(lane, { kill }, act, _, struck) {
    const answer = await act();
    await lane.strike(kill);
    struck();
    return answer;
  },
  async held(lane, { kill }, act, _, struck) {
    const holding = await holdCommits(lane);
    const acting = act();
    const committed = await Promise.race([holding.reached(), acting.then(() => 'committed')]);
    if (committed) throw new Error('the command was not held');
    await lane.strike(kill);
    await holding.release();
    struck();
    return acting;
  },
  uncommitted: (lane, point, act, id, struck) => atGate(lane, point, act, { id, struck, commits: false }),
  unheard: (lane, point, act, id, struck) => atGate(lane, point, act, { id, struck, commits: true }),
  async pending(lane, { kill }, act, _, struck) {
    await lane.strike(kill);
    struck();
    return act();
  },
  async claimed(lane, { kill }, act, id, struck) {
    await arm(lane, 'timeout_before');
    const acting = act();
    await until('the vendor is being called', async () => (await armed(lane)) === 0);
    await lane.strike(kill);
    // ten minutes pass for a vendor that is asked: only then "not found" says something
    await lane.sql(
      `update kept.messages set claimed_at = claimed_at - interval '10 min' where appointment_id = $1 and state = 'claimed'`,
      [id],
    );
    struck();
    return acting;
  },
  async accepted(lane, { kill }, act, id, struck) {
    await arm(lane, 'timeout_after');
    const acting = act();
    await until('the vendor has it', async () => {
      const ids = await lane.sql<{ id: string }>(`select id from kept.messages where appointment_id = $1`, [id]);
      return (await got(lane)).some(({ key }) => ids.some((message) => key.startsWith(message.id)));
    });
    await lane.strike(kill);
    struck();
    return acting;
  },
  async calling(lane, { kill }, act, _, struck) {
    await arm(lane, 'slow', 1_000);
    const acting = act();
    await until('the vendor is being called', async () => (await armed(lane)) === 0);
    await lane.strike(kill);
    struck();
    return acting;
  },
};

async function atGate<T>(
  lane: Lane,
  { kill, gate }: Strike,
  act: () => Promise<T>,
  by: { readonly id: string; readonly struck: () => void; readonly commits: boolean },
): Promise<T> {
  if (!gate) throw new Error('no gate');
  const closed = await closeGate(lane, gate, by.id);
  const acting = act();
  acting.catch(() => undefined); // who waits for it hears of it
  await closed.reached();
  await lane.strike(kill);
  await closed.open(by.commits ? 'commits' : 'is lost');
  by.struck();
  return acting;
}
