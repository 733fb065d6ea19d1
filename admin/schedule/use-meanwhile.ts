import { useState } from 'react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { Problem } from '../../browser/http/problem';

interface Meanwhile {
  /** The appointment that the next press acts on. */
  readonly on: AppointmentDetail;
  /** It is another than the one that was looked at first. */
  readonly changed: boolean;
  readonly problem: Problem | undefined;
  /** Takes in what came back. */
  readonly take: (problem: Problem | undefined) => void;
}

/** What an act is done to: the appointment as it was looked at, or, once the server refused that version, as it is now. */
export function useMeanwhile(appointment: AppointmentDetail): Meanwhile {
  const [stale, setStale] = useState<AppointmentDetail>();
  const [problem, setProblem] = useState<Problem>();
  return {
    on: stale ?? appointment,
    changed: stale !== undefined,
    problem,
    take: (found) => {
      if (found?.status === 412 && found.current !== undefined) {
        setStale(found.current as AppointmentDetail);
        setProblem(undefined);
        return;
      }
      setProblem(found);
    },
  };
}
