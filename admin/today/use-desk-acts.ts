import { useCallback, useRef, useState } from 'react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { type DeskAct, callOf } from './card-act';

export type RunAct = (appointment: AppointmentView, act: DeskAct) => Promise<boolean>;

interface DeskActs {
  /** Whose act is under way. */
  readonly busy: string | undefined;
  /** Does it and says so; answers whether it was done. One at a time: a key that is pressed twice does it once. */
  readonly run: RunAct;
}

/** What the desk and the clinician do with the people of the day, without a question first. */
export function useDeskActs(): DeskActs {
  const say = useWords();
  const speech = useSpeech();
  const { toasts } = useProgram();
  const { act: onAppointment } = useAct('appointments', also);
  const { act: onVisit } = useAct('visits', { ...also, shows: 'appointments' });
  const [busy, setBusy] = useState<string>();
  const running = useRef(false);
  const run = useCallback<RunAct>(
    async (appointment, act) => {
      const call = callOf(appointment, act);
      if (!call || running.current) return false;
      running.current = true;
      setBusy(appointment.id);
      try {
        await (call.resource === 'visits' ? onVisit : onAppointment)(call);
        const { clientName: name, clinicianName: clinician } = appointment;
        toasts.add({ text: say(`today.did.${act}`, { name, clinician }), tone: 'good' });
        return true;
      } catch (error) {
        toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' });
        return false;
      } finally {
        running.current = false;
        setBusy(undefined);
      }
    },
    [say, speech, toasts, onAppointment, onVisit],
  );
  return { busy, run };
}

const also = { alsoChanges: ['work-items'] } as const;
