import { useFormats } from '../../browser/speech';
import { usePractice } from '../data/use-practice';
import { useWords } from '../words';
import type { MovingField } from './moving';
import { dayOf, timeOf } from './wall-time';

interface MovingWords {
  readonly label: (field: string) => string;
  readonly value: (field: string, value: unknown) => string;
}

/** What a move changes, in words, for those who changed the same appointment at once. */
export function useMovingWords(): MovingWords {
  const say = useWords();
  const formats = useFormats();
  const practice = usePractice();
  const labels: Readonly<Record<MovingField, string>> = {
    start: say('schedule.fields.start'),
    clinicianId: say('schedule.fields.clinician'),
    minutes: say('schedule.fields.minutes'),
    modality: say('schedule.fields.modality'),
    roomId: say('schedule.fields.room'),
  };
  return {
    label: (field) => labels[field as MovingField],
    value: (field, value) => {
      if (field === 'start' && typeof value === 'string')
        return `${formats.calendarDay(dayOf(value))} · ${formats.wallTime(timeOf(value))}`;
      if (field === 'minutes' && typeof value === 'number') return say('schedule.minutes', { minutes: value });
      if (value === 'office' || value === 'telehealth') return say(`schedule.modality.${value}`);
      const named = [...(practice?.staff ?? []), ...(practice?.rooms ?? [])];
      return named.find(({ id }) => id === value)?.name ?? String(value);
    },
  };
}
