import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { isoDay } from '../../browser/iso-day';
import { useFormats, useSpeech } from '../../browser/speech';
import { useWords } from '../words';
import { type Next, nextOf } from './next-of';

export interface NextWords {
  readonly text: string;
  /** A person should look. */
  readonly care: boolean;
}

const dayMs = 86_400_000;

/** What happens next with an appointment, in words, seen from now (epoch milliseconds). Undefined: nothing more. */
export function useNextWords(): (
  appointment: Pick<AppointmentView, 'state' | 'next' | 'messageTrouble'>,
  now: number,
) => NextWords | undefined {
  const say = useWords();
  const formats = useFormats();
  const { zone } = useSpeech();
  const when = (at: number, now: number): string => {
    const day = isoDay(at, zone);
    if (day === isoDay(now, zone)) return formats.time(at);
    return day === isoDay(now + dayMs, zone) ? say('next.tomorrow', { time: formats.time(at) }) : formats.dayTime(at);
  };
  const words = (next: Next, now: number): string => {
    switch (next.code) {
      case 'reminder':
        return say(`next.reminder.${next.channel}`, { when: when(next.due, now) });
      case 'sending':
      case 'notice':
      case 'settle':
        return say(`next.${next.code}.${next.channel}`);
      case 'ask':
      case 'sign':
        return say(`next.${next.code}`, { when: when(next.due, now) });
      case 'trouble':
        return say(`next.trouble.${next.trouble}`);
      case 'decide':
      case 'paused':
      case 'await_decision':
      case 'await_begin':
      case 'await_complete':
        return say(`next.${next.code}`);
    }
  };
  return (appointment, now) => {
    const next = nextOf(appointment, now);
    return next && { text: words(next, now), care: 'care' in next };
  };
}
