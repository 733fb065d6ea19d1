import { capabilitiesOf } from '../../domain/access/capabilities';
import type { FrontDoor } from '../../domain/access/roles';
import type { Database } from '../../domain/database/database';
import { type Act, type PracticeTx, writeRefusal } from '../../domain/database/practice-tx';
import { practiceOf } from '../../domain/practice/policy';
import { AppError, invalid } from '../../domain/problems';
import { prefer } from '../../domain/staff/prefer';
import { whoIsSignedIn } from '../../domain/staff/who-is-signed-in';
import { anyone, plain, read, repeatable, type Route, signedIn } from '../http/route';
import { type Session, clearSessionCookie, sessionLengths, setSessionCookie } from '../http/session';
import type { Hub } from '../live/hub';
import * as contracts from './session.contract';
import type { SessionView } from './session.contract';
import { signInWith } from './sign-in';

const own = { access: signedIn, purpose: 'own' } as const;

/** Signing in and out, at one front door. */
export const sessionRoutes = (door: FrontDoor, hub: Pick<Hub, 'sessionEnded'>): readonly Route[] => [
  read(contracts.getSession, own, (tx, { session }) => viewOf(tx, door, session)),

  plain(contracts.signIn, { access: anyone, purpose: 'own' }, async (call) => {
    const { database, act, body, request, response, session: before } = call;
    const answer = await signInWith(
      database,
      { door, ...body, practiceId: body.practiceId, address: request.ip ?? '' },
      act,
    );
    if (answer.kind === 'wrong') {
      call.afterAnswer(() => noteWrong(database, answer.membershipIds, act));
      throw new AppError('wrong_credentials');
    }
    if (answer.kind === 'choose')
      return { kind: 'choose' as const, practices: await namesOf(database, answer.membershipIds) };
    if (before) await endSession(database, hub, before, { ...act, act: 'session.replaced' });
    setSessionCookie(response, door, answer.token);
    const { idleSeconds, absoluteSeconds } = sessionLengths[door];
    const now = Date.now();
    const session = { idleAt: new Date(now + idleSeconds * 1000), expiresAt: new Date(now + absoluteSeconds * 1000) };
    const { membershipId } = answer;
    return {
      kind: 'signed_in' as const,
      session: await database.inPractice({ membershipId }, undefined, (tx) => viewOf(tx, door, session)),
    };
  }),

  plain(contracts.signOut, { access: anyone, purpose: 'own' }, async ({ database, act, session, response }) => {
    if (session) await endSession(database, hub, session, { ...act, act: 'session.ended' });
    clearSessionCookie(response, door);
    return { signedOut: true as const };
  }),

  plain(contracts.sayStillHere, own, async ({ database, session }) => {
    const answer = await database.kernel.raw<{ rows: { idle_at: Date | null }[] }>(
      'select kernel.session_input(?) as idle_at',
      [session?.sessionId ?? null],
    );
    const idleAt = answer.rows[0]?.idle_at;
    if (!idleAt) throw new AppError('signed_out');
    return { idleAt: idleAt.getTime() };
  }),

  repeatable(contracts.setPreference, own, async (tx, { params, body }) => {
    const key = contracts.preferenceKey.safeParse(params['key']);
    if (!key.success) throw invalid('/key', 'unknown_field');
    await prefer(tx, key.data, body.value);
    return { value: body.value };
  }),
];

async function endSession(
  database: Database,
  hub: Pick<Hub, 'sessionEnded'>,
  { membershipId, sessionId }: Session,
  act: Act,
): Promise<void> {
  await database.inPractice({ membershipId }, { ...act, sessionId }, async (tx) => {
    await tx.one`select kernel.end_session(${sessionId})`;
    tx.touch({ record: sessionId });
  });
  hub.sessionEnded(sessionId);
}

/** Someone tried a wrong password on this account: each practice that it belongs to can see it. */
async function noteWrong(database: Database, memberships: readonly string[], act: Act): Promise<void> {
  for (const membershipId of memberships)
    await database.inPractice({ membershipId }, undefined, (tx) =>
      writeRefusal(
        tx,
        { ...act, act: 'session.refused', sessionId: undefined },
        { outcome: 'denied', code: 'wrong_credentials', records: [], clients: [] },
      ),
    );
}

async function viewOf(
  tx: PracticeTx,
  door: FrontDoor,
  session: Pick<Session, 'idleAt' | 'expiresAt'>,
): Promise<SessionView> {
  const who = await whoIsSignedIn(tx);
  return {
    person: { membershipId: tx.actor, name: who.name, initials: initialsOf(who.name) },
    practice: { id: tx.practiceId, name: who.practiceName, zone: who.zone },
    roles: [...tx.roles],
    capabilities: [...capabilitiesOf(tx.roles)],
    idleAt: session.idleAt.getTime(),
    expiresAt: session.expiresAt.getTime(),
    idleSeconds: sessionLengths[door].idleSeconds,
    preferences: who.preferences as SessionView['preferences'],
  };
}

const namesOf = (database: Database, memberships: readonly string[]) =>
  Promise.all(
    memberships.map((membershipId) =>
      database.inPractice({ membershipId }, undefined, async (tx) => ({
        id: tx.practiceId,
        name: (await practiceOf(tx)).name,
      })),
    ),
  );

/** "Mara Osborne" → MO. Titles do not count. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '' && !/^(dr|mr|ms|mrs|prof)\.?$/i.test(word));
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return `${first.slice(0, 1)}${last.slice(0, 1)}`.toUpperCase();
}
