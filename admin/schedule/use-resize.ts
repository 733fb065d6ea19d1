import { useCallback } from 'react';
import type { AppointmentDetail, AppointmentView } from '../../api/schedule/appointment.contract';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { movingOf } from './moving';
import { refusalOf } from './free-times';
import { alsoChanges } from './use-appointment-act';
import { useAppointmentDialogs } from './use-appointment-dialogs';
import { useMoveBack } from './use-move-back';

/**
 * Makes an appointment longer or shorter at once: that tells nobody anything, and can be taken back. Where the time is somebody
 * else's, "Move…" opens and says whose, and what is free.
 */
export function useResize(): (appointment: AppointmentView, minutes: number) => void {
  const say = useWords();
  const speech = useSpeech();
  const { toasts } = useProgram();
  const { move } = useAppointmentDialogs();
  const { act } = useAct('appointments', { alsoChanges });
  const moveBack = useMoveBack();
  return useCallback(
    (appointment, minutes) => {
      const { id, version, clientName: name, localStart: start } = appointment;
      act({ id, verb: 'move', version, data: { start, minutes } }).then(
        (record) => {
          const resized = record as AppointmentDetail;
          toasts.add({
            text: say('schedule.move.resized', { name, minutes }),
            tone: 'good',
            undo: () => moveBack(resized, { ...movingOf(resized), minutes: appointment.minutes }),
          });
        },
        (error: unknown) => {
          const problem = problemOf(error);
          if (refusalOf(problem)) return move(id, { minutes });
          return toasts.add({ text: problemText(speech, problem).title, tone: 'bad' });
        },
      );
    },
    [act, move, moveBack, say, speech, toasts],
  );
}
