import { useState } from 'react';
import type { AppointmentDetail, cancelAppointmentContract } from '../../api/schedule/appointment.contract';
import type { BodyOf } from '../../api/http/contract';
import { useFormats } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { SegmentedControl } from '../design/segmented-control';
import { Select } from '../design/select';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { ChangedNotice } from './changed-notice';
import { useAppointmentAct } from './use-appointment-act';
import { useConsequenceLines } from './use-consequence-lines';
import { useMeanwhile } from './use-meanwhile';
import './schedule.css';

export interface OneAppointmentProps {
  readonly appointment: AppointmentDetail;
  readonly onClose: () => void;
}

type CancelReason = BodyOf<typeof cancelAppointmentContract>['reason'];
type By = 'client' | 'practice';

/** Who gives which reason. */
const givenBy: Readonly<Record<CancelReason, readonly By[]>> = {
  client_asked: ['client'],
  client_ill: ['client'],
  clinician_away: ['practice'],
  practice_closed: ['practice'],
  booked_in_error: ['practice'],
  other: ['client', 'practice'],
};
const reasonsOf = (by: By): readonly CancelReason[] =>
  (Object.keys(givenBy) as CancelReason[]).filter((reason) => givenBy[reason].includes(by));

/** Cancels one appointment: who does, why, and what it brings about, before it is done. */
export function CancelDialog({ appointment, onClose }: OneAppointmentProps) {
  const say = useWords();
  const formats = useFormats();
  const lines = useConsequenceLines();
  const { toasts } = useProgram();
  const [by, setBy] = useState<By>('client');
  const [reason, setReason] = useState<CancelReason | undefined>('client_asked');
  const [missing, setMissing] = useState(false);
  const { on, changed, problem, take } = useMeanwhile(appointment);
  const { act, busy, consequences, unknown } = useAppointmentAct(on, { of: 'cancel' }, () => {
    toasts.add({ text: say('schedule.cancel.done'), tone: 'good' });
    onClose();
  });
  const who = (next: By) => {
    setBy(next);
    if (reason !== undefined && !givenBy[reason].includes(next))
      setReason(next === 'client' ? 'client_asked' : undefined);
  };
  const cancel = async () => {
    if (reason === undefined) return setMissing(true);
    return take(await act('cancel', on.version, { reason, byClient: by === 'client' }));
  };
  return (
    <ConfirmConsequences
      title={say('schedule.cancel.title', { name: on.clientName })}
      lead={say('schedule.cancel.lead', { when: formats.dayTime(on.startsAt), clinician: on.clinicianName })}
      consequences={consequences && lines(consequences)}
      impossible={unknown !== undefined}
      action={say('schedule.cancel.action')}
      danger
      busy={busy}
      problem={
        <>
          {changed && <ChangedNotice current={on} />}
          <ProblemNotice problem={problem ?? unknown} />
        </>
      }
      onConfirm={() => void cancel()}
      onClose={onClose}
    >
      <div className="booking-grid">
        <div className="k-field">
          <span className="k-field-label" aria-hidden>
            {say('schedule.fields.byClient')}
          </span>
          <SegmentedControl
            label={say('schedule.fields.byClient')}
            segments={(['client', 'practice'] as const).map((value) => ({
              value,
              name: say(`schedule.cancel.by.${value}`),
            }))}
            value={by}
            onChange={who}
          />
        </div>
        <Field
          label={say('schedule.fields.reason')}
          required
          error={missing && reason === undefined ? say('fields.required') : undefined}
        >
          {(control) => (
            <Select
              {...control}
              none={say('schedule.cancel.noReason')}
              options={reasonsOf(by).map((value) => ({ value, name: say(`schedule.cancel.reasons.${value}`) }))}
              value={reason}
              onChange={setReason}
            />
          )}
        </Field>
      </div>
    </ConfirmConsequences>
  );
}
