import { capabilitiesOf } from '../../domain/access/capabilities';
import type { FrontDoor } from '../../domain/access/roles';
import type { Database } from '../../domain/database/database';
import { AppError, invalid } from '../../domain/problems';
import { whoIsSignedIn } from '../../domain/staff/who-is-signed-in';
import { practiceOf } from '../../domain/practice/policy';
import { anyone, plain, repeatable, type Route, signedIn } from '../http/route';
import { type Session, clearSessionCookie, sessionLengths, setSessionCookie } from '../http/session';
import * as contracts from './session.contract';
import type { SessionView } from './session.contract';
import { signInWith } from './sign-in';

const own = { access: signedIn, purpose: 'own' } as const;

/** Signing in and out, at one front door. */
export const sessionRoutes = (door: FrontDoor): readonly Route[] => [
  plain(contracts.getSession, own, ({ database, session }) => viewOf(database, door, mustBe(session))),

  plain(contracts.signIn, { access: anyone, purpose: 'own' }, async ({ database, act, body, request, response }) => {
    const answer = await signInWith(
      database,
      { door, ...body, practiceId: body.practiceId, address: request.ip ?? '' },
      act,
    );
    if (answer.kind === 'choose')
      return { kind: 'choose' as const, practices: await namesOf(database, answer.membershipIds) };
    setSessionCookie(response, door, answer.token);
    const { idleSeconds, absoluteSeconds } = sessionLengths[door];
    const now = Date.now();
    const session = {
      sessionId: answer.sessionId,
      membershipId: answer.membershipId,
      practiceId: '',
      roles: [],
      idleAt: new Date(now + idleSeconds * 1000),
      expiresAt: new Date(now + absoluteSeconds * 1000),
    };
    return { kind: 'signed_in' as const, session: await viewOf(database, door, session) };
  }),

  plain(contracts.signOut, { access: anyone, purpose: 'own' }, async ({ database, session, response }) => {
    if (session) await database.kernel.raw('select kernel.end_session(?)', [session.sessionId]);
    clearSessionCookie(response, door);
    return { signedOut: true as const };
  }),

  plain(contracts.sayStillHere, own, async ({ database, session }) => {
    const answer = await database.kernel.raw<{ rows: { idle_at: Date | null }[] }>(
      'select kernel.session_input(?) as idle_at',
      [mustBe(session).sessionId],
    );
    const idleAt = answer.rows[0]?.idle_at;
    if (!idleAt) throw new AppError('signed_out');
    return { idleAt: idleAt.getTime() };
  }),

  repeatable(contracts.setPreference, own, async (tx, { params, body }) => {
    const key = contracts.preferenceKey.safeParse(params['key']);
    if (!key.success) throw invalid('/key', 'unknown_field');
    await tx.all`
      insert into preferences (practice_id, membership_id, key, value) values (${tx.practiceId}, ${tx.actor}, ${key.data}, ${JSON.stringify(body.value)})
      on conflict (practice_id, membership_id, key) do update set value = excluded.value`;
    return { value: body.value };
  }),
];

function mustBe(session: Session | undefined): Session {
  if (!session) throw new AppError('signed_out');
  return session;
}

function viewOf(database: Database, door: FrontDoor, session: Session): Promise<SessionView> {
  return database.inPractice({ membershipId: session.membershipId }, undefined, async (tx) => {
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
  });
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
