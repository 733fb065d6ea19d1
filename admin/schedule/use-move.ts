import { useState } from 'react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { ConsequenceView } from '../../api/schedule/consequences.contract';
import type { PracticeView } from '../../api/practice/practice.contract';
import { changes, conflicts, same } from '../../browser/http/conflict';
import type { Problem } from '../../browser/http/problem';
import { fieldText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { usePractice } from '../data/use-practice';
import { type Draft, useDraft } from '../form/use-draft';
import type { SaveConflict } from '../form/use-save';
import type { Booking } from './booking';
import { type Moving, movingOf } from './moving';
import { canMoveBack } from './undo-move';
import { useAppointmentAct } from './use-appointment-act';
import { useMoveBack } from './use-move-back';
import { type When, useWhen } from './use-when';

type MoveDraft = Omit<Moving, 'start'> & { readonly doubleBook: boolean };

export interface MoveForm {
  /** The appointment that is being moved, as someone has looked at it. */
  readonly base: AppointmentDetail;
  readonly practice: PracticeView | undefined;
  readonly draft: Draft<MoveDraft>;
  readonly change: (next: Partial<Booking>) => void;
  readonly when: When;
  readonly startError: string | undefined;
  /** Something is another than it is now. */
  readonly changed: boolean;
  readonly consequences: readonly ConsequenceView[] | undefined;
  /** What it does is being found out: it cannot be sent before that is shown. */
  readonly finding: boolean;
  readonly problem: Problem | undefined;
  readonly conflict: SaveConflict | undefined;
  readonly busy: boolean;
  readonly send: () => Promise<void>;
}

const draftOf = (moving: Moving): MoveDraft => {
  const { start: _, ...place } = moving;
  return { ...place, doubleBook: false };
};

/** Everything that moving needs to know and do; `wish` is what it begins with. Someone else's change meanwhile is shown beside mine, and nothing typed is lost. */
export function useMove(
  appointment: AppointmentDetail,
  wish: Partial<Moving>,
  onMoved: (appointment: AppointmentDetail, undo: (() => void) | undefined) => void,
): MoveForm {
  const speech = useSpeech();
  const practice = usePractice();
  const [base, setBase] = useState(appointment);
  const [stale, setStale] = useState<AppointmentDetail>();
  const [problem, setProblem] = useState<Problem>();
  const [startError, setStartError] = useState<{ readonly start: string | undefined; readonly text: string }>();
  const draft = useDraft(draftOf({ ...movingOf(appointment), ...wish }));
  const moveBack = useMoveBack();
  const { doubleBook, ...values } = draft.values;
  const roomId = values.modality === 'office' ? values.roomId : null;
  const place = {
    appointmentId: base.id,
    clientId: base.clientId,
    clinicianId: values.clinicianId,
    typeId: base.typeId,
    minutes: values.minutes,
    roomId,
  };
  const when = useWhen(place, { given: wish.start ?? base.localStart });
  const mine: Moving | undefined = when.start === undefined ? undefined : { ...values, roomId, start: when.start };
  const changed = mine !== undefined && !same(mine, movingOf(base));
  const { act, busy, consequences, unknown } = useAppointmentAct(
    base,
    changed ? { of: 'move', ...mine } : undefined,
    (moved, shown) => {
      const isTrue = canMoveBack(base, movingOf(moved), shown, Date.now());
      onMoved(moved, isTrue ? () => moveBack(moved, movingOf(base)) : undefined);
    },
  );

  const sendOn = async (on: AppointmentDetail, moving: Moving): Promise<void> => {
    setProblem(undefined);
    // what was not changed is left out, but for the time, which every move names
    const body = { ...changes<Moving>(movingOf(on), moving), start: moving.start, doubleBook };
    const found = await act('move', on.version, body);
    if (found?.status === 412 && found.current !== undefined) return setStale(found.current as AppointmentDetail);
    setStale(undefined);
    if (!found || when.refused(found)) return undefined;
    const fault = found.errors.find(({ pointer }) => pointer === '/start');
    if (fault) return setStartError({ start: moving.start, text: fieldText(speech, fault) });
    return setProblem(found);
  };

  return {
    base,
    practice,
    draft,
    change: ({ clinicianId, minutes, modality, roomId: room }) => {
      if (clinicianId !== undefined) draft.set('clinicianId')(clinicianId);
      if (minutes !== undefined) draft.set('minutes')(minutes);
      if (modality !== undefined) draft.set('modality')(modality);
      if (room !== undefined) draft.set('roomId')(room);
    },
    when,
    startError: startError && startError.start === when.start ? startError.text : undefined,
    changed,
    consequences,
    finding: changed && !consequences && !unknown,
    problem: problem ?? unknown ?? when.problem,
    busy,
    send: async () => {
      if (!mine) return setStartError({ start: undefined, text: speech.say('fields.required') });
      if (!changed) return undefined;
      if (when.taken && !doubleBook) return when.showFree();
      if (!consequences) return undefined;
      return sendOn(base, mine);
    },
    conflict:
      stale && mine
        ? {
            fields: conflicts(movingOf(base), mine, movingOf(stale)),
            saveMine: () => {
              const moving = { ...movingOf(stale), ...changes<Moving>(movingOf(base), mine) };
              setBase(stale);
              return sendOn(stale, moving);
            },
            takeTheirs: () => {
              setBase(stale);
              setStale(undefined);
              draft.reset(draftOf(movingOf(stale)));
              when.pick(stale.localStart);
            },
          }
        : undefined,
  };
}
