import { BellOff, BellRing } from 'lucide-react';
import type { ReminderShiftView } from '../../api/clients/client.contract';
import { useFormats } from '../../browser/speech';
import type { Consequence } from '../design/consequence-list';
import { useWords } from '../words';

/** Reminders that fall away or come back, as consequences in words. */
export function useShiftLines(): (shifts: readonly ReminderShiftView[]) => readonly Consequence[] {
  const say = useWords();
  const formats = useFormats();
  return (shifts) => {
    if (shifts.length === 0) return [{ id: 'none', icon: BellRing, what: say('clients.consents.noReminder') }];
    return shifts.map(({ effect, appointmentId, code, channel, due, startsAt }) => {
      const params = { due: formats.dayTime(due), when: formats.dayTime(startsAt) };
      const id = `${appointmentId} ${code} ${channel}`;
      return effect === 'falls_away'
        ? { id, icon: BellOff, tone: 'care' as const, what: say(`clients.consents.fallsAway.${channel}`, params) }
        : { id, icon: BellRing, tone: 'good' as const, what: say(`clients.consents.comesBack.${channel}`, params) };
    });
  };
}
