import { useId } from 'react';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import type { OneAppointmentProps } from './cancel-dialog';
import { ChangedNotice } from './changed-notice';
import { refusalOf } from './free-times';
import { useAppointmentAct } from './use-appointment-act';
import type { BookingWish } from './use-appointment-dialogs';
import { useConsequenceLines } from './use-consequence-lines';
import { useMeanwhile } from './use-meanwhile';

interface RestoreDialogProps extends OneAppointmentProps {
  /** Its time is taken: it is booked anew at another one. */
  readonly onBook: (wish: BookingWish) => void;
}

/** Takes back a cancellation or a no-show; where its time has been taken since, offers what is free near it. */
export function RestoreDialog({ appointment, onClose, onBook }: RestoreDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const lines = useConsequenceLines();
  const { toasts } = useProgram();
  const { on, changed, problem, take } = useMeanwhile(appointment);
  const { act, busy, consequences, unknown } = useAppointmentAct(on, { of: 'restore' }, ({ clientName, startsAt }) => {
    const when = formats.dayTime(startsAt);
    toasts.add({ text: say('schedule.restore.done', { name: clientName, when }), tone: 'good' });
    onClose();
  });
  const refusal = problem && refusalOf(problem);
  const instead = (startsAt: number) => onBook({ clientId: on.clientId, staffId: on.clinicianId, startsAt });
  return (
    <ConfirmConsequences
      title={say('schedule.restore.title', { name: on.clientName })}
      lead={say('schedule.restore.lead', { when: formats.dayTime(on.startsAt), clinician: on.clinicianName })}
      consequences={consequences && lines(consequences)}
      impossible={unknown !== undefined}
      action={say('schedule.restore.action')}
      busy={busy}
      problem={
        <>
          {changed && <ChangedNotice current={on} />}
          <ProblemNotice problem={problem ?? unknown} />
          {refusal && <Instead times={refusal.alternatives} onBook={instead} />}
        </>
      }
      onConfirm={() => void act('restore', on.version, {}).then(take)}
      onClose={onClose}
    />
  );
}

interface InsteadProps {
  /** Free starts near the one that is taken. */
  readonly times: readonly number[];
  readonly onBook: (startsAt: number) => void;
}

function Instead({ times, onBook }: InsteadProps) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  if (times.length === 0) return null;
  return (
    <section aria-labelledby={id} className="instead">
      <h3 id={id}>{say('schedule.restore.instead')}</h3>
      <div className="row wrap">
        {times.map((startsAt) => (
          <Button key={startsAt} onClick={() => onBook(startsAt)}>
            {formats.dayTime(startsAt)}
          </Button>
        ))}
      </div>
    </section>
  );
}
