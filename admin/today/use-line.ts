import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { nextOf } from '../schedule/next-of';
import { useNextWords } from '../schedule/use-next-words';
import { useWords } from '../words';

interface Line {
  readonly text: string;
  readonly care: boolean;
  /** A message that is due later can go out at once. */
  readonly hurry: boolean;
}

const minuteMs = 60_000;

/** The one line of a card, at `now` (epoch milliseconds): what happens next, or how things stand while a person is at it. */
export function useLine(): (appointment: AppointmentView, now: number) => Line | undefined {
  const say = useWords();
  const formats = useFormats();
  const nextWords = useNextWords();
  const minutes = (from: number, to: number) => Math.max(0, Math.floor((to - from) / minuteMs));
  const plain = (text: string, care = false): Line => ({ text, care, hurry: false });

  const waiting = ({ visit, startsAt, clinicianName: clinician }: AppointmentView, now: number): Line => {
    const seen = visit?.seenAt !== null;
    if (now > startsAt) {
      const params = { clinician, minutes: minutes(startsAt, now) };
      return plain(seen ? say('today.line.waits', params) : say('today.line.waitsUnseen', params), true);
    }
    const params = { clinician, minutes: minutes(visit?.arrivedAt ?? now, now) };
    return plain(seen ? say('today.line.seen', params) : say('today.line.told', params));
  };
  return (appointment, now) => {
    const { state, visit, endsAt, nextVisitAt, cancelKind } = appointment;
    if (state === 'arrived') return waiting(appointment, now);
    if (state === 'in_session')
      return now > endsAt
        ? plain(say('today.line.over', { minutes: minutes(endsAt, now) }), true)
        : plain(say('today.line.until', { time: formats.time(endsAt) }));
    if (state === 'completed' && visit?.state === 'checkout')
      return plain(
        nextVisitAt === null
          ? say('today.line.notBooked')
          : say('today.line.nextVisit', { when: formats.dayTime(nextVisitAt) }),
      );
    if (state === 'completed') return plain(say('today.line.took'));
    if (state === 'no_show') return plain(say('today.line.missed'));
    if (state === 'cancelled') return plain(say(cancelKind === 'late' ? 'today.line.late' : 'today.line.cancelled'));
    const words = nextWords(appointment, now);
    return words && { ...words, hurry: nextOf(appointment, now)?.code === 'reminder' };
  };
}
