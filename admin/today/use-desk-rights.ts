import { useMemo } from 'react';
import { useMay, useSession } from '../../browser/session/use-session';
import type { DeskRights } from './card-act';

/** What this person may do with the people of the day. */
export function useDeskRights(): DeskRights {
  const me = useSession()?.person.membershipId;
  const checkIn = useMay('visits.check_in');
  const conduct = useMay('visits.conduct');
  const checkOut = useMay('visits.check_out');
  const change = useMay('schedule.change');
  const readNotes = useMay('notes.read');
  return useMemo(
    () => ({ me, checkIn, conduct, checkOut, change, readNotes }),
    [me, checkIn, conduct, checkOut, change, readNotes],
  );
}
