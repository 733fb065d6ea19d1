import type { StaffRole } from '../../domain/access/roles';
import { type MembershipId, newId } from '../../domain/ids';
import { addStaff } from '../../domain/staff/add-staff';
import { hashPassword } from '../../integrations/password/password';
import type { TestPractice } from './practice';

export const password = 'seven quiet herons over the bay';
let hash: Promise<string> | undefined;
/** Hashed once for all: it takes a tenth of a second, on purpose. */
export const passwordHash = (): Promise<string> => (hash ??= hashPassword(password));

export interface Person {
  readonly email: string;
  readonly membershipId: MembershipId;
}

/** Someone who can sign in with the password; again with the same e-mail: the same person in another practice. */
export async function aPerson(
  practice: TestPractice,
  given: { readonly email?: string; readonly role?: StaffRole; readonly passwordHash?: string } = {},
): Promise<Person> {
  const email = given.email ?? `someone-${newId()}@example.org`;
  const hashed = given.passwordHash ?? (await passwordHash());
  const membershipId = await practice.as('administrator', (tx) =>
    addStaff(tx, {
      email,
      passwordHash: hashed,
      displayName: 'Mara Osborne',
      shortName: 'Mara',
      credentials: null,
      roles: [given.role ?? 'front_desk'],
      isClinician: false,
      colour: 1,
    }),
  );
  return { email, membershipId };
}
