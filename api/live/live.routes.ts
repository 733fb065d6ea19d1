import { AppError } from '../../domain/problems';
import { plain, type Route, signedIn } from '../http/route';
import { type Session, sessionOf } from '../http/session';
import type { FrontDoor } from '../../domain/access/roles';
import type { Hub } from './hub';
import { liveUpdates } from './live.contract';
import { openStream } from './stream';
import { visible } from './visible';

/** How often a quiet stream shows that it lives, and looks whether its session does. */
const standardHeartbeatMs = 20_000;

export const liveRoutes = (door: FrontDoor, hub: Hub, heartbeatMs = standardHeartbeatMs): readonly Route[] => [
  plain(liveUpdates, { access: signedIn, purpose: 'own' }, async ({ database, session, request, response }) => {
    if (!session) throw new AppError('signed_out');
    const isSame = (now: Session | undefined) => now?.sessionId === session.sessionId;
    openStream({
      request,
      response,
      session,
      hub,
      heartbeatMs,
      sessionLives: async () => isSame(await sessionOf(database, request, door)),
      visible: (changes) =>
        database.inPractice({ membershipId: session.membershipId }, undefined, (tx) => visible(tx, changes)),
    });
    return '';
  }),
];
