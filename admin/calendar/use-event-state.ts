import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { isMissing } from '../today/board';
import { useWords } from '../words';

export type EventLook = 'ahead' | 'care' | 'tele' | 'here' | 'live' | 'done' | 'gone';

interface EventState {
  readonly text: string;
  readonly look: EventLook;
}

const minuteMs = 60_000;

/** How an appointment stands, in a word or two and a look, at `now` (epoch milliseconds). */
export function useEventState(graceMinutes: number): (appointment: AppointmentView, now: number) => EventState {
  const say = useWords();
  return (appointment, now) => {
    const { state, visit, modality } = appointment;
    if (isMissing(appointment, now, graceMinutes)) return { text: say('calendar.missing'), look: 'care' };
    if (state === 'arrived') {
      const minutes = Math.max(0, Math.floor((now - (visit?.arrivedAt ?? now)) / minuteMs));
      return { text: say('calendar.states.arrived', { minutes }), look: 'here' };
    }
    if (state === 'in_session') return { text: say('calendar.states.in_session'), look: 'live' };
    if (state === 'completed')
      return visit?.state === 'checkout'
        ? { text: say('calendar.states.checkout'), look: 'here' }
        : { text: say('calendar.states.completed'), look: 'done' };
    if (state === 'no_show') return { text: say('calendar.states.no_show'), look: 'gone' };
    const ahead = state === 'confirmed' || state === 'requested' ? state : 'scheduled';
    const words = say(`calendar.states.${ahead}`);
    return modality === 'telehealth'
      ? { text: [say('calendar.telehealth'), words].join(' · '), look: 'tele' }
      : { text: words, look: 'ahead' };
  };
}
