import { CalendarPlus } from 'lucide-react';
import { Button } from '../../admin/design/button';
import type { ButtonLook } from '../../admin/design/button-look';
import { useFormats } from '../../browser/speech';
import { useWords } from '../words';
import { calendarFile } from './calendar-file';
import { saveFile } from './save-file';
import { type ShownAppointment, endOf } from './standing';

interface CalendarButtonProps extends ButtonLook {
  readonly appointment: ShownAppointment;
  readonly phone: string | null;
}

/** Made in the browser: no calendar service hears of it from us. */
export function CalendarButton({ appointment, phone, ...look }: CalendarButtonProps) {
  const say = useWords();
  const formats = useFormats();
  const save = () => {
    const entry = {
      id: appointment.id,
      startsAt: appointment.startsAt,
      endsAt: endOf(appointment),
      title: say('portal.calendarTitle'),
      note: phone === null ? undefined : say('portal.calendarNote', { phone: formats.phone(phone) }),
      now: Date.now(),
    };
    saveFile(`${say('portal.calendarFile')}.ics`, 'text/calendar;charset=utf-8', calendarFile(entry));
  };
  return (
    <Button icon={CalendarPlus} onClick={save} {...look}>
      {say('portal.calendar')}
    </Button>
  );
}
