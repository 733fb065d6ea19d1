import { useState } from 'react';
import type { findTimes } from '../../api/schedule/appointment.contract';
import type { BodyOf } from '../../api/http/contract';
import type { Problem } from '../../browser/http/problem';
import { useSpeech } from '../../browser/speech';
import { type Free, type TakenBy, nearest, refusalOf } from './free-times';
import { useAsked } from './use-asked';
import { dayOf, isSensible, timeOf, wallTime, wallTimeAt } from './wall-time';

/** What decides whether a time is free, but for the time itself. */
export type Place = Omit<BodyOf<typeof findTimes>, 'start'>;

export interface When {
  /** As the practice's clock shows it, `2026-12-01`, `14:00`: as typed or chosen, else what is suggested; or empty. */
  readonly day: string;
  readonly time: string;
  readonly setDay: (day: string) => void;
  readonly setTime: (time: string) => void;
  readonly pick: (start: string) => void;
  /** Both together; undefined until there is a day and a time. */
  readonly start: string | undefined;
  /** Free times to choose from; undefined while they are being found. */
  readonly times: readonly Free[] | undefined;
  /** By whom the start is taken, as far as it is known; undefined: it is free. */
  readonly taken: readonly TakenBy[] | undefined;
  /** The server's answer that the start is taken now: its alternatives are shown in place. False: it is another problem. */
  readonly refused: (problem: Problem) => boolean;
  /** Someone wants the start though it is taken: the free times get the focus. */
  readonly showFree: () => void;
  /** How often that was. */
  readonly shownFree: number;
  readonly problem: Problem | undefined;
}

interface Chosen {
  readonly day: string;
  readonly time: string;
  /** The wish that the list of free times was made for, so that it stays as it is while someone walks through it. */
  readonly list: string | undefined;
  /** The place that it was made for. */
  readonly place: string;
}

const chosenAt = (start: string): Chosen => ({ day: dayOf(start), time: timeOf(start), list: start, place: '' });

interface Refused {
  readonly start: string;
  /** The wish around which its free times are: they stay while someone walks through them. */
  readonly around: string | undefined;
  readonly place: string;
  readonly by: readonly TakenBy[];
  readonly times: readonly Free[];
}

interface WhenOptions {
  /** A start that stands from the beginning. */
  readonly given?: string | undefined;
  /** Near what one is suggested, where none is given. */
  readonly wish?: string | undefined;
}

/** Finds a time: free ones near the wish, one of them suggested, each to be picked, any other to be typed. */
export function useWhen(place: Place | undefined, { given, wish }: WhenOptions): When {
  const { zone } = useSpeech();
  const [chosen, setChosen] = useState(given === undefined ? undefined : chosenAt(given));
  const [refusal, setRefusal] = useState<Refused>();
  const [shownFree, setShownFree] = useState(0);
  const placed = JSON.stringify(place ?? null);
  const typed = chosen && wallTime(chosen.day, chosen.time);
  const around = chosen && chosen.place === placed ? chosen.list : (typed ?? wish);
  const body = place && around !== undefined && isSensible(around) ? { ...place, start: around } : undefined;
  const { answer, problem } = useAsked<typeof findTimes>('free-times', 'appointments/free-times', body);

  const suggested = answer && around !== undefined ? nearest(answer, around) : undefined;
  const day = chosen ? chosen.day : dayOf(suggested ?? '');
  const time = chosen ? chosen.time : timeOf(suggested ?? '');
  const start = chosen ? (typed !== undefined && isSensible(typed) ? typed : undefined) : suggested;
  const near = refusal?.place === placed && refusal.around === around ? refusal : undefined;
  const mine = near?.start === start ? near : undefined;
  const choose = (nextDay: string, nextTime: string) =>
    setChosen({ day: nextDay, time: nextTime, place: placed, list: wallTime(nextDay, nextTime) ?? around });
  return {
    day,
    time,
    start,
    setDay: (next) => choose(next, time),
    setTime: (next) => choose(day === '' ? dayOf(around ?? '') : day, next),
    pick: (next) => setChosen({ day: dayOf(next), time: timeOf(next), place: placed, list: around }),
    times: near?.times ?? answer?.times,
    taken: mine?.by ?? (answer?.taken && start === around ? answer.takenBy : undefined),
    refused: (found) => {
      const said = refusalOf(found);
      if (!said || start === undefined) return false;
      const times = said.alternatives.map((startsAt) => ({ startsAt, start: wallTimeAt(startsAt, zone) }));
      setChosen({ day, time, place: placed, list: around });
      setRefusal({ start, around, place: placed, by: said.by, times });
      setShownFree((before) => before + 1);
      return true;
    },
    showFree: () => setShownFree((before) => before + 1),
    shownFree,
    problem,
  };
}
