import { isoDay } from './iso-day';
import { useSpeech } from './speech';
import { useNow } from './use-now';

/** Today on the calendar of the page's zone: `2026-12-01`. */
export function useToday(): string {
  const { zone } = useSpeech();
  return isoDay(useNow(), zone);
}
