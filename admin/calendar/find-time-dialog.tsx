import { useId, useState } from 'react';
import type { PracticeView } from '../../api/practice/practice.contract';
import type { findOpenings } from '../../api/schedule/calendar.contract';
import { addDays } from '../../browser/iso-day';
import { useFormats } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { Button } from '../design/button';
import { CheckBox } from '../design/checkbox';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { Select } from '../design/select';
import { Skeleton } from '../design/skeleton';
import { VisuallyHidden } from '../design/visually-hidden';
import { type BookingWish, useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useAsked } from '../schedule/use-asked';
import { useWords } from '../words';
import type { Resource } from './day-columns';
import { type FoundDay, foundDays } from './starts-in';
import './find-time.css';

export interface FindTimeProps {
  readonly practice: PracticeView;
  /** Whose time the calendar shows: where the search begins. */
  readonly chosen: readonly Resource[];
  readonly clinicians: readonly Resource[];
  /** From which day on, `2026-12-01`. */
  readonly from: string;
}

const daysAtOnce = 3;

/** Free times of some clinicians for a kind of appointment, in the days that come; one of them begins a booking. */
export function FindTimeDialog(props: FindTimeProps & { readonly onClose: () => void }) {
  const { practice, chosen, clinicians, from, onClose } = props;
  const say = useWords();
  const { book } = useAppointmentDialogs();
  const today = useToday();
  const [typeId, setType] = useState(practice.types[0]?.id);
  const [who, setWho] = useState(() => chosen.filter(({ colour }) => colour !== undefined).map(({ id }) => id));
  const [starts, setStarts] = useState<readonly string[]>([from < today ? today : from]);
  const type = practice.types.find(({ id }) => id === typeId);
  const day = starts.at(-1) ?? today;
  const { answer, problem } = useAsked<typeof findOpenings>(
    'openings',
    'calendar/openings',
    type && who.length > 0 ? { day, days: daysAtOnce, clinicianIds: who, minutes: type.minutes } : undefined,
  );
  const named = clinicians.filter(({ id }) => who.includes(id));
  const found =
    answer && type
      ? foundDays(
          answer.openings,
          type.minutes,
          named.map(({ id }) => id),
        )
      : undefined;
  const last = found?.at(-1)?.day;
  const again = () => setStarts(starts.slice(0, 1));
  return (
    <Dialog
      placement="wide"
      title={say('calendar.find.title')}
      lead={say('calendar.find.lead')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{say('pieces.cancel')}</Button>}
    >
      <Field label={say('schedule.fields.type')}>
        {(control) => (
          <Select
            {...control}
            options={practice.types.map(({ id, name, minutes }) => ({
              value: id,
              name: say('calendar.find.type', { name, minutes }),
            }))}
            value={typeId}
            onChange={(next) => {
              setType(next);
              again();
            }}
          />
        )}
      </Field>
      <fieldset className="find-who">
        <legend>{say('calendar.clinicians')}</legend>
        {clinicians.map(({ id, name }) => (
          <CheckBox
            key={id}
            label={name}
            checked={who.includes(id)}
            onChange={(on) => {
              setWho(on ? [...who, id] : who.filter((one) => one !== id));
              again();
            }}
          />
        ))}
      </fieldset>
      <div className="find-times" aria-live="polite" aria-busy={who.length > 0 && !found && !problem}>
        {who.length === 0 && <p className="muted">{say('calendar.find.nobody')}</p>}
        {who.length > 0 && !found && !problem && <Skeleton shape="lines" count={6} />}
        {found?.length === 0 && <p className="muted">{say('calendar.find.none')}</p>}
        {found?.map((one) => (
          <DayTimes
            key={one.day}
            of={one}
            clinicians={named}
            onPick={(wish) => {
              onClose();
              book({ ...wish, ...(typeId !== undefined && { typeId }) });
            }}
          />
        ))}
        <ProblemNotice problem={problem} />
      </div>
      <div className="row wrap">
        {starts.length > 1 && (
          <Button onClick={() => setStarts(starts.slice(0, -1))}>{say('calendar.before.list')}</Button>
        )}
        {last !== undefined && (
          <Button onClick={() => setStarts([...starts, addDays(last, 1)])}>{say('calendar.after.list')}</Button>
        )}
      </div>
    </Dialog>
  );
}

interface DayTimesProps {
  readonly of: FoundDay;
  readonly clinicians: readonly Resource[];
  readonly onPick: (wish: BookingWish) => void;
}

function DayTimes({ of: { day, clinicians: found }, clinicians, onPick }: DayTimesProps) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  return (
    <section aria-labelledby={id} className="find-day">
      <h3 id={id}>{formats.calendarDay(day)}</h3>
      {found.map((one) => {
        const name = clinicians.find((clinician) => clinician.id === one.id)?.name ?? '';
        return (
          <div key={one.id} className="find-row">
            <span className="small muted">{name}</span>
            <div className="row wrap">
              {one.times.map(({ startsAt }) => (
                <Button key={startsAt} size="small" onClick={() => onPick({ staffId: one.id, startsAt })}>
                  <span className="num">{formats.time(startsAt)}</span>
                  <VisuallyHidden>
                    {say('calendar.find.with', { who: name, day: formats.calendarDay(day) })}
                  </VisuallyHidden>
                </Button>
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}
