import { registerClient } from '../../domain/clients/register-client';
import { noteClaimEvent } from '../../domain/claims/note-claim-event';
import { locked } from '../../domain/database/locked';
import type { PracticeTx } from '../../domain/database/practice-tx';
import type { ClientId, MembershipId } from '../../domain/ids';
import { type Instant, addHours } from '../../domain/time/instant';
import { type Day, addDays, dayAt, weekdayOf } from '../../domain/time/wall-time';
import { type As, claimOf, insure, signedVisit } from './billing';
import { billed, practice } from './people';

export interface BillingCast {
  readonly desk: MembershipId;
  readonly biller: MembershipId;
  readonly clinicians: readonly MembershipId[];
  readonly payers: readonly string[];
  readonly typeId: string;
}

/** What the practice has billed for in the last weeks: claims that are with their payers, and claims that are ready to leave. */
export async function billSome(as: As, cast: BillingCast, now: Instant): Promise<void> {
  const { desk, biller, clinicians, payers, typeId } = cast;
  const [first] = clinicians;
  if (!first) return;
  const days = workingDaysBefore(dayAt(now, practice.zone), billed.length * visitsEach);
  for (const [n, one] of billed.entries()) {
    const clinician = clinicians[n % clinicians.length] ?? first;
    const clientId = await register(as, cast, one, clinician, addHours(now, -24 * 90));
    const insurers = [payers[n % payers.length]!, ...(one.secondPayer ? [payers[(n + 1) % payers.length]!] : [])];
    await as(desk, (tx) => insure(tx, clientId, insurers, 50 + n, addDays(days[0] ?? '', -365)));
    for (let visit = 0; visit < visitsEach; visit += 1) {
      const start = `${days[n * visitsEach + visit] ?? ''}T${visit === 0 ? '10:00' : '14:00'}`;
      const minutes = visit === 0 ? 55 : 45;
      const held = { desk, clinician, clientId, typeId, start, zone: practice.zone, minutes };
      const visitId = await signedVisit(as, held);
      const claimId = await as(biller, (tx) => claimOf(tx, visitId));
      if (n < out) await as(biller, (tx) => hasLeft(tx, claimId));
    }
  }
}

const visitsEach = 2;
/** Of so many clients the claims are with their payers. */
const out = 3;

async function hasLeft(tx: PracticeTx, claimId: string): Promise<void> {
  for (const kind of ['submitted', 'accepted'] as const)
    await noteClaimEvent(tx, await locked(tx, 'claims', claimId), { kind, evidenceKey: `demo/${kind}` });
}

async function register(
  as: As,
  { desk }: BillingCast,
  { first, last, born, pronouns }: (typeof billed)[number],
  clinician: MembershipId,
  at: Instant,
): Promise<ClientId> {
  const contact = {
    kind: 'email',
    value: `${first}.${last}@client.example`.toLowerCase(),
    leaveMessage: false,
  } as const;
  return as(
    desk,
    (tx) =>
      registerClient(tx, {
        firstName: first,
        lastName: last,
        preferredName: null,
        pronouns,
        birthDate: born,
        zone: practice.zone,
        language: 'en',
        contacts: [contact],
        consents: ['email'],
        clinicians: [clinician],
        notADouble: false,
      }),
    at,
  );
}

/** So many days from Monday to Friday that are over, the earliest first. */
function workingDaysBefore(today: Day, count: number): readonly Day[] {
  const days: Day[] = [];
  for (let day = addDays(today, -1); days.length < count; day = addDays(day, -1))
    if (weekdayOf(day) <= 5) days.unshift(day);
  return days;
}
