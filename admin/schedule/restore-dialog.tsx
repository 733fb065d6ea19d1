import { fieldText } from '../../browser/http/problem-words';
import { useFormats, useSpeech } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import type { OneAppointmentProps } from './cancel-dialog';
import { ChangedNotice } from './changed-notice';
import { useConsequenceLines } from './use-consequence-lines';
import { useRestore } from './use-restore';
import { WhenFields } from './when-fields';

/** Takes back a cancellation or a no-show; where its time has been taken since, at another that is free. */
export function RestoreDialog({ appointment, onClose }: OneAppointmentProps) {
  const say = useWords();
  const formats = useFormats();
  const speech = useSpeech();
  const lines = useConsequenceLines();
  const { toasts } = useProgram();
  const form = useRestore(appointment, ({ clientName, startsAt }) => {
    const when = formats.dayTime(startsAt);
    toasts.add({ text: say('schedule.restore.done', { name: clientName, when }), tone: 'good' });
    onClose();
  });
  const { on, problem } = form;
  const fault = problem?.errors.find(({ pointer }) => pointer === '/start');
  return (
    <ConfirmConsequences
      title={say('schedule.restore.title', { name: on.clientName })}
      lead={say('schedule.restore.lead', { when: formats.dayTime(on.startsAt), clinician: on.clinicianName })}
      consequences={form.consequences && lines(form.consequences)}
      impossible={form.impossible}
      action={say('schedule.restore.action')}
      busy={form.busy}
      problem={
        <>
          {form.changed && <ChangedNotice current={on} />}
          {!fault && <ProblemNotice problem={problem} />}
        </>
      }
      choice={
        form.finds && (
          <WhenFields
            when={form.when}
            names={{ clinician: on.clinicianName, client: on.clientName }}
            error={fault && fieldText(speech, fault)}
            doubleBook={form.doubleBook}
            onDoubleBook={form.setDoubleBook}
          />
        )
      }
      onConfirm={() => void form.send()}
      onClose={onClose}
    />
  );
}
