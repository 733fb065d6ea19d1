import { asSuperuser } from './afternoon';
import type { StartedStack } from './stack';

/**
 * Lets days pass for one appointment: as the database's own superuser, because no rule of Kept brings a time back. What was sent
 * about it stays as it was.
 */
export const letDaysPass = (stack: StartedStack, appointmentId: string, days: number): Promise<void> =>
  asSuperuser(stack, (client) =>
    client.query(
      `update kept.appointments set starts_at = starts_at - make_interval(days => $2), ends_at = ends_at - make_interval(days => $2)
        where id = $1`,
      [appointmentId, days],
    ),
  );

/** Lets days pass since a visit, in the same way; it lasted fifty minutes. */
export const letVisitAge = (stack: StartedStack, visitId: string, days: number): Promise<void> =>
  asSuperuser(stack, (client) =>
    client.query(
      `update kept.visits set arrived_at = ended_at - make_interval(days => $2, mins => 50),
              began_at = ended_at - make_interval(days => $2, mins => 50), ended_at = ended_at - make_interval(days => $2) where id = $1`,
      [visitId, days],
    ),
  );
