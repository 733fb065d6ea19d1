import { useState } from 'react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { ConsequenceView, askConsequences } from '../../api/schedule/consequences.contract';
import type { BodyOf } from '../../api/http/contract';
import { pathOf } from '../../browser/http/http';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { useAct } from '../form/use-act';
import { useAsked } from './use-asked';

export const alsoChanges = ['calendar', 'calendar-overview', 'openings', 'work-items', 'clients', 'planned-messages'];

export interface AppointmentAct {
  /** What it would do to the appointment as it is now; undefined while it is being found out, or nothing was asked. */
  readonly consequences: readonly ConsequenceView[] | undefined;
  readonly unknown: Problem | undefined;
  /** Acts on a version. Answers the problem, if there is one: a stale version among them, with the appointment as it is now. */
  readonly act: (
    verb: 'move' | 'cancel' | 'restore',
    version: number,
    data: Readonly<Record<string, unknown>>,
  ) => Promise<Problem | undefined>;
  readonly busy: boolean;
}

/** Consequences first, then the act: for everything that is done to one appointment. */
export function useAppointmentAct(
  { id, version }: Pick<AppointmentDetail, 'id' | 'version'>,
  ask: BodyOf<typeof askConsequences> | undefined,
  onDone: (appointment: AppointmentDetail, shown: readonly ConsequenceView[]) => void,
): AppointmentAct {
  // asked anew for each version: the rules look at what is true now
  const { answer, problem } = useAsked<typeof askConsequences>(
    `consequences ${version}`,
    pathOf('appointments', id, 'consequences'),
    ask,
  );
  const { act } = useAct('appointments', { alsoChanges });
  const [busy, setBusy] = useState(false);
  return {
    consequences: answer?.consequences,
    unknown: problem,
    busy,
    act: async (verb, of, data) => {
      if (busy) return undefined;
      setBusy(true);
      try {
        onDone((await act({ id, verb, version: of, data })) as AppointmentDetail, answer?.consequences ?? []);
        return undefined;
      } catch (error) {
        return problemOf(error);
      } finally {
        setBusy(false);
      }
    },
  };
}
