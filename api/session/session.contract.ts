import { z } from 'zod';
import { id, instant, readContract, repeatableContract } from '../http/contract';

/** Keys under which a person's arrangements are kept; never typed text. */
export const preferenceKeys = [
  'theme',
  'language',
  'columns.clients',
  'columns.claims',
  'columns.messages',
  'columns.work',
  'columns.remittances',
  'columns.balances',
  'columns.charges',
  'calendar.clinicians',
  'calendar.view',
  'today.view',
  'walk',
] as const;
export const preferenceKey = z.enum(preferenceKeys);
export type PreferenceKey = (typeof preferenceKeys)[number];
const word = z.string().regex(/^[\w.-]{1,60}$/);
export const preferenceValue = z.union([word, z.array(word).max(60), z.boolean(), z.null()]);

export type PreferenceValue = z.infer<typeof preferenceValue>;

export const sessionView = z.object({
  person: z.object({ membershipId: id, name: z.string(), initials: z.string() }),
  practice: z.object({ id, name: z.string(), zone: z.string() }),
  roles: z.array(z.string()),
  capabilities: z.array(z.string()),
  /** When the session ends if nobody moves a hand. */
  idleAt: instant,
  expiresAt: instant,
  idleSeconds: z.number().int(),
  preferences: z.record(z.string(), preferenceValue),
});
export type SessionView = z.infer<typeof sessionView>;

export const getSession = readContract({
  path: '/session',
  summary: 'Who is signed in, and what she may do',
  response: sessionView,
});

export const signIn = repeatableContract({
  path: '/session',
  summary: 'Sign in. Someone who works in several practices is asked which',
  body: z.strictObject({
    email: z.string().trim().min(3).max(254),
    password: z.string().min(1).max(1024),
    practiceId: id.optional(),
  }),
  response: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('signed_in'), session: sessionView }),
    z.object({ kind: z.literal('choose'), practices: z.array(z.object({ id, name: z.string() })) }),
  ]),
  problems: ['wrong_credentials', 'too_many_requests'],
});

export const signOut = repeatableContract({
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  response: z.object({ signedOut: z.literal(true) }),
});

export const sayStillHere = repeatableContract({
  path: '/session/input',
  summary: 'Someone moved a hand: the only thing that extends a session',
  response: z.object({ idleAt: instant }),
});

export const setPreference = repeatableContract({
  method: 'put',
  path: '/session/preferences/:key',
  summary: 'Keep an arrangement of the screen',
  body: z.strictObject({ value: preferenceValue }),
  response: z.object({ value: preferenceValue }),
});
