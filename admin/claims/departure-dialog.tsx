import { CalendarClock, Hand, Send, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { DepartureView } from '../../api/claims/batch.contract';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { TimeInput } from '../design/time-input';
import { minuteOf, timeOfMinute } from '../design/time-of-minute';
import { useSend } from '../form/use-send';
import { useProgram } from '../program-context';
import { useWords } from '../words';

interface DepartureDialogProps {
  readonly departure: DepartureView;
  readonly onClose: () => void;
}

const alsoChanges = ['claim-departure'];

/** At which time of the day claims leave by themselves; empty: only when somebody sends them. */
export function DepartureDialog({ departure, onClose }: DepartureDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const [time, setTime] = useState(timeOfMinute(departure.minute));
  const [misread, setMisread] = useState<string>();
  const { send, busy, problem } = useSend({ alsoChanges });
  const confirm = async () => {
    const answer = await send('PUT', 'claim-batches/departure', { minute: minuteOf(time), version: departure.version });
    if (!answer) return; // the problem stands in the dialog
    toasts.add({ text: say('claims.departure.done'), tone: 'good' });
    onClose();
  };
  return (
    <ConfirmConsequences
      title={say('claims.departure.title')}
      choice={
        <Field
          label={say('claims.departure.time')}
          hint={say('claims.departure.hint')}
          error={misread === undefined ? undefined : say('claims.departure.misread')}
          optional
        >
          {(control) => <TimeInput {...control} value={time} onChange={setTime} onMisread={setMisread} />}
        </Field>
      }
      consequences={
        time === ''
          ? [{ id: 'hand', icon: Hand, what: say('claims.departure.byHand') }]
          : [
              { id: 'daily', icon: CalendarClock, what: say('claims.departure.leaves') },
              { id: 'scrub', icon: ShieldCheck, what: say('claims.send.scrub') },
              { id: 'now', icon: Send, what: say('claims.departure.also') },
            ]
      }
      impossible={misread !== undefined}
      action={say('claims.departure.action')}
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
