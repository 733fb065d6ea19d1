import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { ConsequenceView } from '../../api/schedule/consequences.contract';
import { type Moving, movingOf } from './moving';

/** A message that is due this soon may have left before somebody takes the move back. */
const soonMs = 60_000;

/**
 * Whether moving back makes it as it was. A confirmation that has lapsed stays lapsed, and a message that went out, or goes out
 * at once, cannot be called back. A change of length alone tells nobody anything.
 */
export function canMoveBack(
  before: AppointmentDetail,
  after: Moving,
  consequences: readonly ConsequenceView[],
  now: number,
): boolean {
  const { minutes: _, ...place } = movingOf(before);
  if (Object.entries(place).every(([field, value]) => after[field as keyof typeof place] === value)) return true;
  return (
    before.state === 'scheduled' &&
    before.startsAt > now &&
    before.reminders.every(({ sentAt }) => sentAt === null) &&
    consequences.every(({ code, at }) => code !== 'reminder' || at === undefined || at > now + soonMs)
  );
}
