import type { Role, Service } from '../../../domain/access/roles';
import type { Database } from '../../../domain/database/database';
import type { PracticeTx } from '../../../domain/database/practice-tx';
import type { MembershipId } from '../../../domain/ids';
import type { Instant } from '../../../domain/time/instant';
import type { As } from '../billing';

/** Many acts of many people, each at its instant, in one transaction. */
export interface Acting {
  readonly as: As;
  asService<T>(service: Service, work: (tx: PracticeTx) => Promise<T>, now: Instant): Promise<T>;
}

interface Entered {
  readonly membership_id: MembershipId;
  readonly roles: readonly Role[];
}

/**
 * Opens one transaction for a whole history. Whoever acts next enters it as she would enter her own, so that row-level security
 * holds for each act; what is saved is saved together. It is audited as one act of `membershipId`.
 */
export function inOneTransaction<T>(
  database: Database,
  membershipId: MembershipId,
  now: Instant,
  work: (acting: Acting, tx: PracticeTx) => Promise<T>,
): Promise<T> {
  const act = { act: 'demo', purpose: 'operations' } as const;
  return database.inPractice(
    { membershipId },
    act,
    async (tx) => {
      const acting = actingIn(tx);
      const done = await work(acting, tx);
      await acting.as(membershipId, async () => undefined, now); // who began it is audited for it
      return done;
    },
    { now },
  );
}

/**
 * A database all of whose transactions are parts of one, at the instant of the clock: for what services do in many small ones. Nobody
 * else is there to see the difference. What fails, fails all of it.
 */
export function insideOf(database: Database, tx: PracticeTx, clock: { readonly now: Instant }): Database {
  const acting = actingIn(tx);
  let working: Promise<unknown> = Promise.resolve();
  return {
    ...database,
    inPractice: (entering, _act, work) => {
      if (!('service' in entering)) throw new Error('only services act here');
      const { service } = entering;
      const done = working.then(() => acting.asService(service, work, clock.now)); // one after the other: it is one connection
      working = done.catch(() => undefined);
      return done;
    },
  };
}

function actingIn(tx: PracticeTx): Acting {
  let current: { readonly name: string } & Entered = { name: tx.actor, membership_id: tx.actor, roles: tx.roles };
  const enter = async (name: string, service?: Service): Promise<Entered> => {
    if (current.name === name) return current;
    const entered = await (service === undefined
      ? tx.one<Entered>`select membership_id, roles from kernel.enter(${name})`
      : tx.one<Entered>`select membership_id, roles from kernel.enter_service(${tx.practiceId}, ${service})`);
    if (!entered) throw new Error('entering answered nothing');
    current = { name, ...entered };
    return current;
  };
  const run = <T>({ membership_id: actor, roles }: Entered, work: (tx: PracticeTx) => Promise<T>, now: Instant) =>
    work({ ...tx, actor, roles, now });
  return {
    as: async (membershipId, work, now = tx.now) => run(await enter(membershipId), work, now),
    asService: async (service, work, now) => run(await enter(`service ${service}`, service), work, now),
  };
}
