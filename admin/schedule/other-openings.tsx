import { useId } from 'react';
import { useFormats } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { Button } from '../design/button';
import { VisuallyHidden } from '../design/visually-hidden';
import { useWords } from '../words';
import type { Booking } from './booking';
import { useOpenings } from './use-openings';
import './schedule.css';

interface OtherOpeningsProps {
  /** `2026-12-01` */
  readonly day: string;
  readonly booking: Booking;
  readonly nameOf: (clinicianId: string) => string;
  readonly onPick: (clinicianId: string, start: string) => void;
}

const mostShown = 4;

/** The first time of each other clinician that is long enough, on that day or the next that has any. */
export function OtherOpenings({ day, booking, nameOf, onPick }: OtherOpeningsProps) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  const answer = useOpenings(day, useNow().getTime());
  const fits = (answer?.openings ?? []).filter(
    ({ clinicianId, minutes }) => clinicianId !== booking.clinicianId && minutes >= booking.minutes,
  );
  const firsts = [...Map.groupBy(fits, ({ clinicianId }) => clinicianId).values()].flatMap(([first]) => first ?? []);
  if (!answer || firsts.length === 0) return null;
  return (
    <section aria-labelledby={id} className="other-openings">
      <h3 id={id}>{say('schedule.times.others', { day: formats.calendarDay(answer.day) })}</h3>
      <div className="row wrap">
        {firsts.slice(0, mostShown).map(({ clinicianId, start, startsAt }) => (
          <Button key={clinicianId} size="small" onClick={() => onPick(clinicianId, start)}>
            <span aria-hidden className="num">
              {say('schedule.times.other', { clinician: nameOf(clinicianId), time: formats.time(startsAt) })}
            </span>
            <VisuallyHidden>
              {say('schedule.times.otherName', { clinician: nameOf(clinicianId), when: formats.dayTime(startsAt) })}
            </VisuallyHidden>
          </Button>
        ))}
      </div>
    </section>
  );
}
