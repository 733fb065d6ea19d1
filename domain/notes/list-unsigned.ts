import type { Listing } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { type ListedAppointment, listAppointments } from '../schedule/list-appointments';

/** The visits of whoever asks that took place and whose note waits for her signature, in the order of their start. */
export const listUnsigned = (
  tx: PracticeTx,
  { ids }: { readonly ids?: readonly string[] | undefined },
  listing: Listing,
): Promise<{ readonly rows: readonly ListedAppointment[]; readonly total: number }> =>
  listAppointments(tx, { ids, clinicianId: tx.actor, unsigned: true }, listing);
