import { useMay } from '../../browser/session/use-session';
import { usePreference } from '../data/use-preference';

/** What was kept of the walk: nothing yet, the appointment it follows, or that it was put away. */
interface KeptWalk {
  readonly on: boolean;
  readonly appointmentId: string | undefined;
  readonly follow: (appointmentId: string) => void;
  readonly begin: () => void;
  readonly putAway: () => void;
}

/** The walk is for whoever books, until they have put it away; kept with the person, on the server. */
export function useKeptWalk(): KeptWalk {
  const [kept, keep] = usePreference('walk');
  const on = useMay('schedule.change') && kept !== 'off';
  const appointmentId = Array.isArray(kept) ? kept[0] : undefined;
  return {
    on,
    appointmentId,
    follow: (id) => {
      if (on && appointmentId === undefined) keep([id]);
    },
    begin: () => keep(null),
    putAway: () => keep('off'),
  };
}
