import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { ConsequenceView, askBookConsequences } from '../../api/schedule/consequences.contract';
import type { PracticeView } from '../../api/practice/practice.contract';
import type { Problem } from '../../browser/http/problem';
import { fieldText, problemOf } from '../../browser/http/problem-words';
import { useSession } from '../../browser/session/use-session';
import { useSpeech } from '../../browser/speech';
import { usePractice } from '../data/use-practice';
import type { Choice } from '../design/combobox';
import { useShow } from '../form/use-act';
import { type Draft, useDraft } from '../form/use-draft';
import { useProgram } from '../program-context';
import { type Booking, type BookingDraft, bookingBody, resolveBooking } from './booking';
import type { BookingWish } from './use-appointment-dialogs';
import { useAsked } from './use-asked';
import { useBookedClient } from './use-booked-client';
import { useClientChoice } from './use-client-choices';
import { type When, useWhen } from './use-when';
import { dayOf, nextInRhythm, wallTimeAt } from './wall-time';

export interface BookingForm {
  readonly draft: Draft<BookingDraft>;
  readonly client: Choice | undefined;
  readonly last: ReturnType<typeof useBookedClient>['last'];
  readonly practice: PracticeView | undefined;
  /** What it will be as it stands; undefined while that is being found out. */
  readonly booking: Booking | undefined;
  readonly when: When;
  readonly startError: string | undefined;
  readonly consequences: readonly ConsequenceView[] | undefined;
  /** What it does is being found out: it cannot be sent before that is shown. */
  readonly finding: boolean;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly send: () => Promise<void>;
}

const fromWish = ({ clientId, staffId, typeId }: BookingWish): BookingDraft => ({
  client: clientId === undefined ? undefined : { id: clientId, name: '' },
  clinicianId: staffId,
  typeId,
  minutes: undefined,
  modality: undefined,
  roomId: undefined,
  doubleBook: false,
});

/** As the client comes otherwise; else as soon as possible. */
const usualWish = (last: ReturnType<typeof useBookedClient>['last'], now: string): string =>
  last ? nextInRhythm(last.localStart, now) : `${dayOf(now)}T00:00`;

/** Everything that booking needs to know and do. What is typed stays, whatever the server answers. */
export function useBooking(wish: BookingWish, onBooked: (appointment: AppointmentDetail) => void): BookingForm {
  const speech = useSpeech();
  const me = useSession()?.person.membershipId;
  const practice = usePractice();
  const draft = useDraft(fromWish(wish));
  const { values } = draft;
  const choiceOf = useClientChoice();
  const { client, last, careTeam } = useBookedClient(values.client?.id);
  const known = last !== undefined && careTeam !== undefined;
  const booking = practice && known ? resolveBooking(values, { practice, last, careTeam, me }) : undefined;

  const [now] = useState(() => wallTimeAt(Date.now(), speech.zone));
  const place = booking && {
    ...(values.client && { clientId: values.client.id }),
    clinicianId: booking.clinicianId,
    typeId: booking.typeId,
    minutes: booking.minutes,
    roomId: booking.roomId,
  };
  const when = useWhen(place, {
    given: wish.startsAt === undefined ? undefined : wallTimeAt(wish.startsAt, speech.zone),
    wish: wish.near === undefined ? usualWish(last, now) : wallTimeAt(wish.near, speech.zone),
  });
  const asking =
    values.client && when.start !== undefined ? { clientId: values.client.id, start: when.start } : undefined;
  const asked = useAsked<typeof askBookConsequences>('consequences', 'appointments/booking-consequences', asking);
  const sending = useSendBooking(onBooked);
  const [startError, setStartError] = useState<{ readonly start: string | undefined; readonly text: string }>();

  const send = async () => {
    if (!values.client) return draft.setErrors({ client: speech.say('fields.required') });
    if (when.start === undefined) return setStartError({ start: undefined, text: speech.say('fields.required') });
    if (when.taken && !values.doubleBook) return when.showFree();
    if (!booking || !asked.answer) return undefined;
    const found = await sending.send(bookingBody(values.client.id, booking, when.start, values.doubleBook));
    if (!found || when.refused(found)) return undefined;
    const faultAt = (pointer: string) => found.errors.find((fault) => fault.pointer === pointer);
    const [start, clinician] = [faultAt('/start'), faultAt('/clinicianId')];
    if (start) setStartError({ start: when.start, text: fieldText(speech, start) });
    if (clinician) draft.setErrors({ clinicianId: fieldText(speech, clinician) });
    if (!start && !clinician) sending.setProblem(found);
    return undefined;
  };

  return {
    draft,
    client: client && client.id === values.client?.id ? choiceOf(client) : values.client,
    last,
    practice,
    booking,
    when,
    startError: startError?.start === when.start ? startError?.text : undefined,
    consequences: asked.answer?.consequences,
    finding: asking !== undefined && !asked.answer && !asked.problem,
    problem: sending.problem ?? asked.problem ?? when.problem,
    busy: sending.busy,
    send,
  };
}

interface Sending {
  /** Books, or answers what the server says against it. */
  readonly send: (body: ReturnType<typeof bookingBody>) => Promise<Problem | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly setProblem: (problem: Problem) => void;
}

/** The same booking sent twice, by a double click or after a lost answer, is one intent with one key (`browser/http/intents.ts`). */
function useSendBooking(onBooked: (appointment: AppointmentDetail) => void): Sending {
  const { http } = useProgram();
  const queries = useQueryClient();
  const show = useShow();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  return {
    busy,
    problem,
    setProblem,
    send: async (body) => {
      if (busy) return undefined;
      setBusy(true);
      setProblem(undefined);
      try {
        const booked = (await http.write('POST', 'appointments', body)).body as AppointmentDetail;
        show('appointments', booked);
        for (const name of ['appointments', 'calendar', 'calendar-overview', 'openings', 'clients'])
          void queries.invalidateQueries({ queryKey: [name] });
        onBooked(booked);
        return undefined;
      } catch (error) {
        return problemOf(error);
      } finally {
        setBusy(false);
      }
    },
  };
}
