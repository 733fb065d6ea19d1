import {
  BellOff,
  BellRing,
  CalendarCheck,
  CalendarClock,
  CalendarPlus,
  CalendarX,
  CircleDollarSign,
  Clock,
  MessageCircleOff,
  Send,
} from 'lucide-react';
import type { ConsequenceView } from '../../api/schedule/consequences.contract';
import { useFormats } from '../../browser/speech';
import type { Consequence } from '../design/consequence-list';
import { useWords } from '../words';

type Line = Omit<Consequence, 'id'>;

/** What a command will do, in words, one line for each thing. */
export function useConsequenceLines(): (consequences: readonly ConsequenceView[]) => readonly Consequence[] {
  const say = useWords();
  const formats = useFormats();
  const notice = (code: 'in_time' | 'late', count: number): string => {
    if (code === 'late' && count < 0) return say('schedule.will.late_after');
    return say(`schedule.will.${code}`, { count });
  };
  const line = ({ code, at, noticeHours, channel = 'sms', why }: ConsequenceView): Line => {
    const when = at === undefined ? '' : formats.dayTime(at);
    switch (code) {
      case 'books':
      case 'restores':
        return { icon: CalendarPlus, tone: 'good', what: say(`schedule.will.${code}`, { when }) };
      case 'moves':
        return { icon: CalendarClock, tone: 'good', what: say('schedule.will.moves', { when }) };
      case 'lasts':
        return {
          icon: Clock,
          tone: 'good',
          what: say('schedule.will.lasts', { when: at === undefined ? '' : formats.time(at) }),
        };
      case 'cancels':
        return { icon: CalendarX, what: say('schedule.will.cancels', { when }) };
      case 'frees_time':
        return { icon: Clock, what: say('schedule.will.frees_time', { when }) };
      case 'confirmation_lapses':
        return { icon: CalendarCheck, tone: 'care', what: say('schedule.will.confirmation_lapses') };
      case 'reminder':
        return { icon: BellRing, what: say(`schedule.will.reminder.${channel}`, { when }) };
      case 'no_reminder':
        return {
          icon: BellOff,
          tone: 'care',
          what: say(`schedule.will.no_reminder.${why === 'too_soon' ? why : 'unreachable'}`),
        };
      case 'in_time':
      case 'late':
        return {
          icon: CircleDollarSign,
          ...(code === 'late' && { tone: 'care' }),
          what: `${notice(code, noticeHours ?? 0)}. ${say('schedule.will.noFee')}`,
        };
      case 'tells_client':
        return { icon: Send, what: say(`schedule.will.tells_client.${channel}`) };
      case 'tells_nobody': {
        const unreachable = why === 'unreachable';
        return {
          icon: MessageCircleOff,
          ...(unreachable && { tone: 'care' }),
          what: say(`schedule.will.tells_nobody.${unreachable ? why : 'not_told_before'}`),
        };
      }
    }
  };
  return (consequences) =>
    consequences.map((one) => ({ id: `${one.code} ${one.channel ?? ''} ${one.at ?? ''}`, ...line(one) }));
}
