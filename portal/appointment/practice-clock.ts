import { formatsIn } from '../../messages/format';
import type { Language } from '../../messages/words';

export interface OtherClock {
  /** The city of the client's own zone. */
  readonly own: string;
  /** What the practice's clock shows: the time, with the day where it is another. */
  readonly time: string;
  /** The city of the practice's zone. */
  readonly practice: string;
}

/** The practice's clock at an instant, where it shows something else than the client's; undefined where both agree. */
export function practiceClock(
  at: number,
  zones: { readonly own: string; readonly practice: string },
  language: Language,
): OtherClock | undefined {
  const [own, practice] = [formatsIn({ language, zone: zones.own }), formatsIn({ language, zone: zones.practice })];
  if (own.dayTime(at) === practice.dayTime(at)) return undefined;
  const time = own.day(at) === practice.day(at) ? practice.time(at) : practice.dayTime(at);
  return { own: own.zoneCity, time, practice: practice.zoneCity };
}
