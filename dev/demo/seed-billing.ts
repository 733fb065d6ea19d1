import type { Database } from '../../domain/database/database';
import { setBillingProfile, setClinicianBilling } from '../../domain/billing/billing-identity';
import { addPayer, setFee } from '../../domain/billing/add-payer';
import type { ClientId, MembershipId } from '../../domain/ids';
import type { NoteText } from '../../domain/notes/write-note';
import type { Instant } from '../../domain/time/instant';
import { addDays, dayAt, weekdayOf } from '../../domain/time/wall-time';
import { type As, fees, insure, loadSomeCodes, payers, signedVisit } from './billing';
import { practice } from './people';

export interface BilledPeople {
  readonly owner: MembershipId;
  readonly desk: MembershipId;
  readonly clinicians: readonly { readonly id: MembershipId; readonly name: string }[];
  readonly clients: readonly ClientId[];
  readonly types: Readonly<Record<string, string>>;
}

/** Clearly invented, with right check digits. */
const npis = ['1477000115', '1588000228', '1699000331', '1700000445'] as const;
/** Of these clients, by their place in `people.ts`, something is missing to bill them. */
const uninsured = [15] as const;

const note: NoteText = {
  subjective: 'Sleeps better, about six hours. Fewer worries in the evening; the commute is still hard.',
  objective: 'On time, rested, speaks freely. Mood calm. No thoughts of harm.',
  assessment: 'Steady progress. The breathing exercise is used on most days.',
  plan: 'Go on weekly. Take the bus twice before the next session and note what happens.',
};

/** The practice can bill, most clients are insured, and last week’s visits are signed: their charges wait for a person. Answers the payers’ ids. */
export async function seedBilling(
  worker: Database,
  as: As,
  people: BilledPeople,
  now: Instant,
): Promise<readonly string[]> {
  await loadSomeCodes(worker);
  const payerIds = await as(people.owner, async (tx) => {
    const ids: string[] = [];
    for (const payer of payers) ids.push(await addPayer(tx, payer));
    for (const [code, cents] of Object.entries(fees)) await setFee(tx, { code, cents, fromDay: '2020-01-01' });
    await setBillingProfile(tx, {
      fromDay: '2020-01-01',
      legalName: 'CEDAR AND MAIN COUNSELING LLC',
      npi: '1234567893',
      taxId: '587654321',
      taxonomy: '261QM0801X',
      street: '12 MAIN STREET',
      city: 'ALBANY',
      region: 'NY',
      postalCode: '122070001',
      contactName: 'BILLING',
      contactPhone: '2125550100',
      senderId: 'CEDARMAIN',
      receiverId: 'CLEARHOUSE',
      receiverName: 'CLEARING HOUSE',
    });
    for (const [index, { id, name }] of people.clinicians.entries()) {
      const words = name.replace('Dr. ', '').split(' ');
      await setClinicianBilling(tx, {
        clinicianId: id,
        firstName: words[0]?.toUpperCase() ?? '',
        lastName: words.at(-1)?.toUpperCase() ?? '',
        npi: npis[index] ?? npis[0],
        taxonomy: '1041C0700X',
      });
    }
    return ids;
  });
  for (const [index, clientId] of people.clients.entries())
    if (!uninsured.some((one) => one === index))
      await as(people.desk, (tx) => insure(tx, clientId, payerIds.slice(index % 3, (index % 3) + 1), index));
  await holdVisits(as, people, now);
  return payerIds;
}

/** Of the last working days: client and clinician by their places, hour, minutes, kind. */
const held = [
  [12, 0, 9, 50, 'therapy'],
  [13, 1, 10, 50, 'therapy'],
  [14, 2, 11, 53, 'telehealth'],
  [15, 0, 13, 45, 'therapy'],
  [12, 1, 14, 30, 'therapy_short'],
  [14, 3, 15, 55, 'telehealth'],
] as const;

async function holdVisits(as: As, people: BilledPeople, now: Instant): Promise<void> {
  let day = dayAt(now, practice.zone);
  for (const [client, clinician, hour, minutes, type] of held) {
    do day = addDays(day, -1);
    while (weekdayOf(day) > 5);
    const clientId = people.clients[client];
    const who = people.clinicians[clinician];
    if (!clientId || !who) continue;
    await signedVisit(as, {
      desk: people.desk,
      clinician: who.id,
      clientId,
      typeId: people.types[type] ?? '',
      start: `${day}T${String(hour).padStart(2, '0')}:00`,
      zone: practice.zone,
      minutes,
      text: note,
    });
  }
}
