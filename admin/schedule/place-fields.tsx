import type { PracticeView } from '../../api/practice/practice.contract';
import { Field } from '../design/field';
import { SegmentedControl } from '../design/segmented-control';
import { Select } from '../design/select';
import { useWords } from '../words';
import { type Booking, lengths } from './booking';
import './schedule.css';

interface PlaceFieldsProps {
  readonly practice: PracticeView;
  readonly booking: Booking;
  readonly onChange: (change: Partial<Booking>) => void;
  /** The kind of an appointment is chosen once, when it is booked. */
  readonly fixedType?: boolean;
  readonly errors?: { readonly clinicianId?: string | undefined };
}

const none = {};

/** With whom, what, how long and where. */
export function PlaceFields({ practice, booking, onChange, fixedType = false, errors = none }: PlaceFieldsProps) {
  const say = useWords();
  const clinicians = practice.staff.filter(({ isClinician }) => isClinician);
  const named = lengths(booking.minutes, ...practice.types.map(({ minutes }) => minutes));
  return (
    <div className="booking-grid">
      <Field label={say('schedule.fields.clinician')} error={errors.clinicianId}>
        {(control) => (
          <Select
            {...control}
            options={clinicians.map(({ id, name }) => ({ value: id, name }))}
            value={booking.clinicianId}
            onChange={(clinicianId) => clinicianId && onChange({ clinicianId })}
          />
        )}
      </Field>
      {!fixedType && (
        <Field label={say('schedule.fields.type')}>
          {(control) => (
            <Select
              {...control}
              options={practice.types.map(({ id, name }) => ({ value: id, name }))}
              value={booking.typeId}
              onChange={(typeId) => typeId && onChange({ typeId })}
            />
          )}
        </Field>
      )}
      <Field label={say('schedule.fields.minutes')}>
        {(control) => (
          <Select
            {...control}
            options={named.map((minutes) => ({ value: String(minutes), name: say('schedule.minutes', { minutes }) }))}
            value={String(booking.minutes)}
            onChange={(minutes) => minutes && onChange({ minutes: Number(minutes) })}
          />
        )}
      </Field>
      <div className="k-field">
        <span className="k-field-label" aria-hidden>
          {say('schedule.fields.modality')}
        </span>
        <SegmentedControl
          label={say('schedule.fields.modality')}
          segments={[
            { value: 'office' as const, name: say('schedule.modality.office') },
            { value: 'telehealth' as const, name: say('schedule.modality.telehealth') },
          ]}
          value={booking.modality}
          onChange={(modality) => onChange({ modality })}
        />
      </div>
      {booking.modality === 'office' && practice.rooms.length > 0 && (
        <Field label={say('schedule.fields.room')}>
          {(control) => (
            <Select
              {...control}
              none={say('schedule.fields.noRoom')}
              options={practice.rooms.map(({ id, name }) => ({ value: id, name }))}
              value={booking.roomId ?? undefined}
              onChange={(roomId) => onChange({ roomId: roomId ?? null })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
