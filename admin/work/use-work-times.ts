import { isoDay } from '../../browser/iso-day';
import { useFormats, useSpeech } from '../../browser/speech';
import { useWords } from '../words';

interface WorkTimes {
  /** A time of today as its time alone, another with its day. */
  readonly short: (at: number) => string;
  /** "due 2:25 PM", or since when it is overdue. */
  readonly due: (at: number | null) => { readonly text: string; readonly late: boolean } | undefined;
}

/** How the queue writes its times, seen from now. */
export function useWorkTimes(now: number): WorkTimes {
  const say = useWords();
  const formats = useFormats();
  const { zone } = useSpeech();
  const short = (at: number) => (isoDay(at, zone) === isoDay(now, zone) ? formats.time(at) : formats.dayTime(at));
  return {
    short,
    due: (at) => {
      if (at === null) return undefined;
      const late = at <= now;
      return { late, text: say(late ? 'work.overdueSince' : 'work.due', { when: short(at) }) };
    },
  };
}
