import { letClientIn } from '../../../domain/clients/let-client-in';
import type { StoragePort } from '../../../domain/files/storage-port';
import type { ClientId } from '../../../domain/ids';
import type { Instant } from '../../../domain/time/instant';
import { addDays, dayAt, dayRange, wallTimeOn, weekdayOf } from '../../../domain/time/wall-time';
import { lunch } from '../around-now';
import { type Founded, type SeedMeans, foundDemo, registerKnown } from '../founding';
import { known, moreStaff, practice } from '../people';
import { insureKnown, openBooks, seedPastVisits } from '../seed-billing';
import { inOneTransaction } from './acting';
import type { BillingMeans } from './billing-cycle';
import { type CastClient, castOf } from './cast';
import { checkInvariants } from './invariants';
import { type Company, billAll, liveAll } from './past';
import { bringOddFiles } from './odd-files';
import { addMorePayers } from './payers';
import { payShares } from './payments';
import { insureCast, register, registeredAt } from './register';
import { type PlannedAppointment, scheduleOf } from './schedule';
import { settleAll } from './settle';
import { openSimulatedPayer } from './simulated-payer';

export interface FullMeans extends SeedMeans {
  readonly storage: StoragePort;
  readonly payerFolder: string;
  readonly say?: (line: string) => void;
}

/** The whole practice up to last midnight, and what is booked from tomorrow on: the same for the same day. */
export async function seedPast(means: FullMeans, at: Instant): Promise<void> {
  const say = means.say ?? (() => undefined);
  const today = dayAt(at, practice.zone);
  const now = dayRange(today, practice.zone).from;
  const founded = await foundDemo(means, moreStaff, now);
  const { as, people, practiceId } = founded;
  const payers = [
    ...(await openBooks(means.worker, as, people, now)),
    ...(await as(people.owner, (tx) => addMorePayers(tx))),
  ];
  const cast = castOf(today);
  const schedule = scheduleOf(cast, known.length, today);
  const clients = await registerAll(founded, means, cast, schedule, payers, now);
  say(`${String(clients.length)} clients`);

  const company: Company = { ...people, database: means.database, cast, clients, now, today };
  const held = await liveAll(company, schedule);
  say(`${String(schedule.length)} appointments`);
  const clock = { now };
  const payer = await openSimulatedPayer(means.payerFolder, () => clock.now);
  const timed: BillingMeans = {
    practiceId,
    as,
    biller: people.biller,
    clock,
    storage: means.storage,
    payer,
    worker: means.worker,
  };
  await billAll(company, timed, held);
  await bringOddFiles(timed, now);
  await payer.close();
  await payShares(as, people.desk, today);
  say('claims and remittances');
  await seedPastVisits(as, { ...people, clients }, now);
  await openDoors(founded, clients, now);
  say(`${String(await settleAll(means.worker, practiceId, now))} things go on`);
  await checkInvariants(means.migratorUrl);
  say('everything ties');
}

/** Record numbers follow the order in which they came. */
async function registerAll(
  { as, people }: Founded,
  means: SeedMeans,
  cast: readonly CastClient[],
  schedule: readonly PlannedAppointment[],
  payers: readonly string[],
  now: Instant,
): Promise<readonly ClientId[]> {
  const first = await registerKnown(as, people.desk, now);
  await as(people.desk, (tx) => insureKnown(tx, { ...people, clients: first }, payers, dayAt(now, practice.zone)));
  const firstDay = new Map<number, number>();
  for (const { client, offset } of schedule) if (!firstDay.has(client)) firstDay.set(client, offset);
  const others = cast
    .map((one, place) => ({ one, place, at: registeredAt(now, firstDay.get(place)) }))
    .slice(known.length)
    .toSorted((a, b) => a.at - b.at || a.place - b.place);
  const ids: ClientId[] = [...first];
  await inOneTransaction(means.database, people.desk, now, async (acting) => {
    for (const { one, place, at } of others)
      ids[place] = await acting.as(
        people.desk,
        async (tx) => {
          const id = await register(tx, one, place);
          await insureCast(tx, id, one, place, payers);
          return id;
        },
        at,
      );
  });
  return ids;
}

/** Ana's portal, and lunch on the days ahead. */
async function openDoors(
  { as, people, passwordHash }: Founded,
  clients: readonly ClientId[],
  now: Instant,
): Promise<void> {
  const [ana] = clients;
  if (ana)
    await as(people.owner, (tx) =>
      letClientIn(tx, { clientId: ana, email: 'ana@client.example', passwordHash, relation: 'self' }),
    );
  let day = dayAt(now, practice.zone);
  for (let days = 0; days < 14; days += 1) {
    day = addDays(day, 1);
    if (weekdayOf(day) > 5) continue;
    for (const clinician of people.clinicians)
      await lunch(as, people.desk, clinician, wallTimeOn(day, 12 * 60 + 45), 30);
  }
}
