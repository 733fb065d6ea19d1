import { addAuthorization, addCoverage, setClientBilling } from '../../../domain/billing/coverage';
import { registerClient } from '../../../domain/clients/register-client';
import type { PracticeTx } from '../../../domain/database/practice-tx';
import type { ClientId } from '../../../domain/ids';
import { type Instant, addHours } from '../../../domain/time/instant';
import { addDays, dayAt } from '../../../domain/time/wall-time';
import { mailOf } from '../founding';
import { copayFor } from '../past-visits';
import { practice } from '../people';
import { type CastClient, addressOf } from './cast';

/** Codes of places whose numbers 555-0100 to 555-0199 are kept for fiction. */
const areas = ['646', '718', '917', '347', '929'] as const;

const shorter = ['Sam', 'Alex', 'Robin', 'Jo', 'Max', 'Bo'] as const;

/** The desk takes a client's name, contacts and consents. */
export function register(tx: PracticeTx, one: CastClient, place: number): Promise<ClientId> {
  const phone = `+1${areas[Math.floor(place / 90) % areas.length] ?? '646'}555${String(100 + (place % 90)).padStart(4, '0')}`;
  const carers = one.carers.map((carer, n) => ({
    kind: 'email' as const,
    value: `home.${carer}.${mailOf(one)}`,
    leaveMessage: n === 0,
  }));
  return registerClient(tx, {
    firstName: one.first,
    lastName: one.last,
    preferredName: place % 23 === 7 ? (shorter[place % shorter.length] ?? null) : null,
    pronouns: one.pronouns,
    birthDate: one.born,
    zone: one.zone ?? practice.zone,
    language: one.language ?? 'en',
    contacts: [
      { kind: 'mobile', value: phone, leaveMessage: place % 3 === 0 },
      ...(carers.length > 0 ? carers : [{ kind: 'email' as const, value: mailOf(one), leaveMessage: false }]),
    ],
    consents: one.mailOnly ? ['email'] : ['sms', 'email'],
    clinicians: [],
    notADouble: false,
  });
}

/** Her address and insurances; who has none pays herself. */
export async function insureCast(
  tx: PracticeTx,
  clientId: ClientId,
  one: CastClient,
  place: number,
  payers: readonly string[],
): Promise<void> {
  const address = addressOf(one.home);
  await setClientBilling(tx, { clientId, sex: sexOf(one.pronouns), ...address });
  const fromDay = addDays(dayAt(tx.now, practice.zone), -200);
  for (const [index, coverage] of one.coverages.entries()) {
    const { holder, relationship, ending } = coverage;
    const coverageId = await addCoverage(tx, {
      clientId,
      payerId: payers[coverage.payer] ?? '',
      rank: (index + 1) as 1 | 2,
      memberId: `W${String(300_000 + place * 10 + index)}${ending}`,
      relationship,
      ...(holder && {
        subscriber: {
          first_name: holder.first,
          last_name: holder.last,
          birth_date: holder.born,
          sex: 'U',
          ...subscriberAddress(holder.home),
        },
      }),
      ...(index === 0 && { copayCents: copayFor(ending) }),
      fromDay,
    });
    if (index === 0 && one.authorized !== undefined)
      await addAuthorization(tx, {
        coverageId,
        number: `A${String(70_000 + place)}`,
        fromDay,
        untilDay: addDays(fromDay, 500),
        visits: one.authorized,
      });
  }
}

function subscriberAddress(home: number) {
  const { postalCode, ...street } = addressOf(home);
  return { ...street, postal_code: postalCode };
}

const sexOf = (pronouns: string): 'F' | 'M' | 'U' => (pronouns === 'she' ? 'F' : pronouns === 'he' ? 'M' : 'U');

/** When she was registered: some days before she came first. */
export const registeredAt = (now: Instant, firstOffset: number | undefined): Instant =>
  addHours(now, 24 * (Math.min(firstOffset ?? -10, -4) - 9));
