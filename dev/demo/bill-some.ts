import { registerClient } from '../../domain/clients/register-client';
import type { ClientId, MembershipId, VisitId } from '../../domain/ids';
import { type Instant, addHours } from '../../domain/time/instant';
import { type Day, addDays } from '../../domain/time/wall-time';
import { type As, insure, signedVisit } from './billing';
import { billed, practice } from './people';
import { copayFor, note } from './past-visits';
import { workingDay } from './working-day';

export interface BillingCast {
  readonly desk: MembershipId;
  readonly clinicians: readonly MembershipId[];
  readonly payers: readonly string[];
  readonly typeId: string;
}

/** Visits whose claims go to a payer that says nothing more of them, and visits whose claims wait to leave. */
export interface SomeVisits {
  readonly out: readonly VisitId[];
  readonly waiting: readonly VisitId[];
}

const visitsEach = 2;
/** Of so many clients the claims are with their payers, who do not answer (dev/payer/README.md). */
const out = 3;

/** What the practice has billed for in the last weeks, for clients who have nothing booked ahead. */
export async function billSome(as: As, cast: BillingCast, today: Day, now: Instant): Promise<SomeVisits> {
  const held = await Promise.all(billed.map((_, n) => visitsOf(as, cast, n, today, now)));
  return { out: held.slice(0, out).flat(), waiting: held.slice(out).flat() };
}

async function visitsOf(as: As, cast: BillingCast, n: number, today: Day, now: Instant): Promise<readonly VisitId[]> {
  const { desk, clinicians, payers, typeId } = cast;
  const [one, clinician] = [billed[n], clinicians[n % clinicians.length]];
  if (!one || !clinician) return [];
  const clientId = await register(as, cast, one, clinician, addHours(now, -24 * 90));
  const insurers = [n, ...(one.secondPayer ? [n + 1] : [])].flatMap((place) => payers[place % payers.length] ?? []);
  const ending = n < out ? 'MUT' : '';
  await as(desk, (tx) =>
    insure(tx, clientId, insurers, 50 + n, ending, { fromDay: addDays(today, -400), copayCents: copayFor(ending) }),
  );
  const visits: VisitId[] = [];
  for (let visit = 0; visit < visitsEach; visit += 1) {
    // none on the days of the visits in past-visits.ts, the earliest first
    const day = workingDay(today, 4 + billed.length * visitsEach - n * visitsEach - visit);
    const start = `${day}T${visit === 0 ? '10:00' : '14:00'}`;
    const minutes = visit === 0 ? 55 : 45;
    const held = { desk, clinician, clientId, typeId, start, zone: practice.zone, minutes, text: note };
    visits.push(await signedVisit(as, held));
  }
  return visits;
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
