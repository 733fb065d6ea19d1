import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Database } from '../../domain/database/database';
import type { FrontDoor, Role } from '../../domain/access/roles';

/** Who is signed in at a front door, as of this request: ended memberships and roles taken away count at once. */
export interface Session {
  readonly sessionId: string;
  readonly practiceId: string;
  readonly membershipId: string;
  readonly roles: readonly Role[];
  readonly idleAt: Date;
  readonly expiresAt: Date;
}

/** Staff 15 minutes idle and 12 hours in all, clients 30 minutes and 24 hours (security reference, rule 4). */
export const sessionLengths = {
  staff: { idleSeconds: 15 * 60, absoluteSeconds: 12 * 3600 },
  client: { idleSeconds: 30 * 60, absoluteSeconds: 24 * 3600 },
} as const satisfies Record<FrontDoor, { idleSeconds: number; absoluteSeconds: number }>;

/** Cookies do not know ports, so each front door has its own name even on one host. */
export const cookieNames = { staff: '__Host-kept-staff', client: '__Host-kept-portal' } as const;

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
export const newToken = (): string => randomBytes(32).toString('base64url');

export function tokenFrom(request: Request, door: FrontDoor): string | undefined {
  const wanted = `${cookieNames[door]}=`;
  const found = request.headers.cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(wanted));
  return found?.slice(wanted.length);
}

export function setSessionCookie(response: Response, door: FrontDoor, token: string): void {
  response.cookie(cookieNames[door], token, {
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    path: '/',
    maxAge: sessionLengths[door].absoluteSeconds * 1000,
  });
}

export function clearSessionCookie(response: Response, door: FrontDoor): void {
  response.clearCookie(cookieNames[door], { httpOnly: true, secure: true, sameSite: 'strict', path: '/' });
  response.set('Clear-Site-Data', '"cache", "storage"');
}

interface Row {
  readonly session_id: string;
  readonly practice_id: string;
  readonly membership_id: string;
  readonly roles: Role[];
  readonly idle_at: Date;
  readonly expires_at: Date;
}

export async function sessionOf(database: Database, request: Request, door: FrontDoor): Promise<Session | undefined> {
  const token = tokenFrom(request, door);
  if (!token || token.length > 100) return undefined;
  const { rows } = await database.kernel.raw<{ rows: Row[] }>('select * from kernel.session_by_hash(?, ?)', [
    hashOf(token),
    door,
  ]);
  const [row] = rows;
  return row
    ? {
        sessionId: row.session_id,
        practiceId: row.practice_id,
        membershipId: row.membership_id,
        roles: row.roles,
        idleAt: row.idle_at,
        expiresAt: row.expires_at,
      }
    : undefined;
}
