import { letClientIn } from '../../domain/clients/let-client-in';
import { prefer } from '../../domain/staff/prefer';
import type { Instant } from '../../domain/time/instant';
import { dayAt } from '../../domain/time/wall-time';
import { fillNextDays, fillToday, knownAroundNow } from './around-now';
import { type Login, type SeedMeans, foundDemo, loginsOf, registerKnown } from './founding';
import { clients, practice } from './people';
import { insureKnown, openBooks, seedPastVisits } from './seed-billing';

/** A small practice around `now`, made through the use-cases that people use: what journeys and tests stand on. */
export async function seedSmall(means: SeedMeans, now: Instant): Promise<readonly Login[]> {
  const { as, people, passwordHash } = await foundDemo(means, [], now);
  const registered = await registerKnown(as, people.desk, now);
  // whoever tries something on the small practice is not shown around in it
  for (const member of [people.owner, people.desk, people.biller, ...people.clinicians])
    await as(member, (tx) => prefer(tx, 'walk', 'off'));
  const day = { ...people, clients: registered.slice(0, clients.length) };
  await Promise.all([fillToday(as, day, knownAroundNow, now).then(() => fillNextDays(as, day, now)), bill()]);
  const [first] = registered;
  if (first)
    await as(people.owner, (tx) =>
      letClientIn(tx, { clientId: first, email: 'ana@client.example', passwordHash, relation: 'self' }),
    );
  return loginsOf([]);

  async function bill(): Promise<void> {
    const payers = await openBooks(means.worker, as, people, now);
    const billed = { ...people, clients: registered };
    await as(people.desk, (tx) => insureKnown(tx, billed, payers, dayAt(now, practice.zone)));
    await seedPastVisits(as, billed, now);
  }
}
