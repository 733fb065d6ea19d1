import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { noteStepOf } from '../notes/note-step';
import { isMissing } from '../today/board';
import { type CardAct, type DeskRights, actOf } from '../today/card-act';

/** How far a visit is, as its clinician speaks of it. */
export type VisitStanding =
  | 'requested'
  | 'expected'
  | 'missing'
  | 'here'
  | 'in_session'
  | 'checkout'
  | 'done'
  | 'missed'
  | 'cancelled';

type Visit = Pick<AppointmentView, 'state' | 'visit' | 'clinicianId' | 'startsAt' | 'endsAt' | 'next'>;

/** At `now` (epoch milliseconds), where somebody counts as missing after so many minutes. */
export function standingOf(visit: Visit, now: number, graceMinutes: number): VisitStanding {
  switch (visit.state) {
    case 'requested':
      return 'requested';
    case 'scheduled':
    case 'confirmed':
      return isMissing(visit, now, graceMinutes) ? 'missing' : 'expected';
    case 'arrived':
      return 'here';
    case 'in_session':
      return 'in_session';
    case 'completed':
      return visit.visit?.state === 'checkout' ? 'checkout' : 'done';
    case 'no_show':
      return 'missed';
    case 'cancelled':
    case 'declined':
      return 'cancelled';
  }
}

/** Whom she sees next: the first who is here, or who is expected and whose time is not over. Who is in session is seen already. */
export const upNext = <V extends Visit>(visits: readonly V[], now: number): V | undefined =>
  visits
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .find(
      ({ state, endsAt }) => state === 'arrived' || ((state === 'scheduled' || state === 'confirmed') && endsAt > now),
    );

/** The one thing that she does about a visit now. */
export type VisitThing =
  | { readonly kind: 'act'; readonly act: CardAct }
  | { readonly kind: 'note'; readonly step: 'write' | 'goOn'; readonly visitId: string };

const soonMs = 30 * 60_000;

/**
 * Whoever is expected soon can be checked in where there is no front desk; then it is begun and completed, and its note written
 * before anything else. A note that is signed asks for nothing more.
 */
export function thingOf(visit: Visit, rights: DeskRights, now: number): VisitThing | undefined {
  const act = actOf(visit, rights);
  if (act === 'begin' || act === 'complete') return { kind: 'act', act };
  if (act === 'check_in') return visit.startsAt - now <= soonMs ? { kind: 'act', act } : undefined;
  const step = noteStepOf(visit, rights);
  if (visit.visit && (step === 'write' || step === 'goOn')) return { kind: 'note', step, visitId: visit.visit.id };
  return act && { kind: 'act', act };
}

const urgency = ['complete', 'begin', 'check_in', 'note', 'check_out'] as const;

/** To whose visit a first press of the key goes: the session that runs, who waits, who is expected soon, then notes. */
export function firstToDo<V extends Visit>(visits: readonly V[], rights: DeskRights, now: number): V | undefined {
  const ranked = visits.flatMap((visit) => {
    const thing = thingOf(visit, rights, now);
    if (!thing) return [];
    return [{ visit, rank: urgency.indexOf(thing.kind === 'note' ? 'note' : thing.act) }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank || a.visit.startsAt - b.visit.startsAt)[0]?.visit;
}
