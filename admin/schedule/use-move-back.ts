import { useCallback } from 'react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import { changes } from '../../browser/http/conflict';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { useFormats, useSpeech } from '../../browser/speech';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { type Moving, movingOf } from './moving';
import { alsoChanges } from './use-appointment-act';

/** Moves an appointment back to where it was, on the version that moving it made; and says so. */
export function useMoveBack(): (moved: AppointmentDetail, before: Moving) => void {
  const say = useWords();
  const speech = useSpeech();
  const formats = useFormats();
  const { toasts } = useProgram();
  const { act } = useAct('appointments', { alsoChanges });
  return useCallback(
    ({ id, version, ...moved }, before) => {
      const data = { ...changes<Moving>(movingOf({ id, version, ...moved }), before), start: before.start };
      act({ id, verb: 'move', version, data }).then(
        (record) => {
          const { clientName: name, startsAt } = record as AppointmentDetail;
          const when = formats.dayTime(startsAt);
          toasts.add({ text: say('schedule.move.undone', { name, when }), tone: 'good' });
        },
        (error: unknown) => toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' }),
      );
    },
    [act, formats, say, speech, toasts],
  );
}
