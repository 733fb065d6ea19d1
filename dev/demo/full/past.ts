import { noteDiagnosis } from '../../../domain/notes/note-diagnosis';
import { signNote } from '../../../domain/notes/sign-note';
import type { ClientId, MembershipId } from '../../../domain/ids';
import { type Instant, addHours } from '../../../domain/time/instant';
import { type Day, instantAt, wallTimeOn } from '../../../domain/time/wall-time';
import type { Database } from '../../../domain/database/database';
import { practice } from '../people';
import { workingDay } from '../working-day';
import { inOneTransaction } from './acting';
import { type BillingMeans, billingDay, takeAnswers } from './billing-cycle';
import type { CastClient } from './cast';
import { diceOf } from './dice';
import { mendClaims, takeBack } from './mend';
import { type PlannedAppointment, pastDays } from './schedule';
import { type HeldVisit, type Scene, live } from './visits';

export interface Company {
  readonly database: Database;
  readonly cast: readonly CastClient[];
  readonly clients: readonly ClientId[];
  readonly clinicians: readonly MembershipId[];
  readonly desk: MembershipId;
  readonly types: Readonly<Record<string, string>>;
  readonly now: Instant;
  readonly today: Day;
}

/** Everybody's appointments. What is of one clinician is one after the other, so that nobody waits for anybody's time. */
export async function liveAll(
  company: Company,
  schedule: readonly PlannedAppointment[],
): Promise<readonly HeldVisit[]> {
  const byClient = Map.groupBy(schedule, ({ client }) => client);
  const lanes = Map.groupBy(byClient.keys(), (place) => company.cast[place]?.clinician ?? 0);
  const held = await Promise.all(
    [...lanes.values()].map(async (places) => {
      const visits: HeldVisit[] = [];
      for (const place of places) visits.push(...(await liveOne(company, place, byClient.get(place) ?? [])));
      return visits;
    }),
  );
  return held.flat().toSorted((a, b) => a.signedAt - b.signedAt || a.planned.client - b.planned.client);
}

async function liveOne(
  company: Company,
  place: number,
  planned: readonly PlannedAppointment[],
): Promise<readonly HeldVisit[]> {
  const { database, desk, types, now } = company;
  const [client, clientId] = [company.cast[place], company.clients[place]];
  const clinician = company.clinicians[client?.clinician ?? 0];
  if (!client || !clientId || !clinician) return [];
  const dice = diceOf(`life ${String(place)}`);
  return inOneTransaction(database, desk, now, async (acting) => {
    const scene: Scene = { acting, desk, clinician, clientId, client, types, now };
    const visits: HeldVisit[] = [];
    let found = place % 41 === 30; // of a few nobody has noted a diagnosis yet
    for (const one of planned) {
      const visit = await live(scene, one, dice);
      if (!visit) continue;
      visits.push(visit);
      if (found) continue;
      found = true;
      const diagnosis = { clientId, code: client.diagnosis, rank: 1, fromDay: one.day };
      await acting.as(clinician, (tx) => noteDiagnosis(tx, diagnosis), visit.signedAt);
    }
    return visits;
  });
}

/** How many working days lie between two days on which claims leave. */
const everyDays = 5;

/**
 * Notes are signed, charges approved, claims sent, answers taken in and what came back mended, in the order of time. What was
 * signed since the last day on which claims left still waits for the biller.
 */
export async function billAll(company: Company, means: BillingMeans, signed: readonly HeldVisit[]): Promise<void> {
  const days = billingDays(company.today);
  const lastMend = addHours(company.now, -24 * 8);
  let [from, approved] = [0, 0];
  for (const [index, at] of days.entries()) {
    const until = signed.findIndex((visit, place) => place >= from && visit.signedAt > at);
    const portion = signed.slice(from, until === -1 ? signed.length : until);
    from += portion.length;
    await sign(company, portion, at);
    await takeAnswers(means, at);
    if (at <= lastMend) await means.as(means.biller, mendClaims, at);
    if (index === days.length - 7) await means.as(means.biller, (tx) => takeBack(tx, 4), at);
    const ripe = signed.slice(approved, from).filter(({ signedAt }) => signedAt <= addHours(at, -20));
    approved += ripe.length;
    await billingDay(
      means,
      ripe.map(({ visitId }) => visitId),
      at,
    );
  }
  await sign(company, signed.slice(from), company.now);
  await takeAnswers(means, company.now);
}

/** Half past four of each fifth working day up to yesterday's. */
function billingDays(today: Day): readonly Instant[] {
  const days: Instant[] = [];
  for (let before = 1; before < (pastDays * 5) / 7; before += everyDays)
    days.push(instantAt(wallTimeOn(workingDay(today, before), 16 * 60 + 30), practice.zone));
  return days.toReversed();
}

async function sign({ database, desk }: Company, visits: readonly HeldVisit[], now: Instant): Promise<void> {
  if (visits.length === 0) return;
  await inOneTransaction(database, desk, now, async (acting) => {
    for (const { noteId, clinician, signedAt } of visits)
      await acting.as(clinician, (tx) => signNote(tx, { id: noteId, version: 1 }), signedAt);
  });
}
