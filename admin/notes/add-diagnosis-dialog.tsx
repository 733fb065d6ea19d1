import { useState } from 'react';
import type { NoteView } from '../../api/notes/note.contract';
import { fieldText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { Button } from '../design/button';
import { type Choice, Combobox } from '../design/combobox';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { DateInput } from '../design/text-input';
import { useSend } from '../form/use-send';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { useFindCodes } from './use-find-codes';

interface AddDiagnosisDialogProps {
  readonly client: Pick<NoteView, 'clientId' | 'clientName'>;
  /** The day of the session, from which it holds unless that is changed. */
  readonly fromDay: string;
  readonly onClose: () => void;
}

/** Finds a code and says since when it holds: unless changed, since the day of the session. */
export function AddDiagnosisDialog({ client, fromDay: sessionDay, onClose }: AddDiagnosisDialogProps) {
  const say = useWords();
  const speech = useSpeech();
  const { toasts } = useProgram();
  const find = useFindCodes();
  const today = useToday();
  const [code, setCode] = useState<Choice>();
  const [fromDay, setFromDay] = useState(sessionDay);
  const [sent, setSent] = useState(false);
  const { send, busy, problem } = useSend({ alsoChanges: ['diagnoses', 'timeline', 'note', 'work-items'] });
  const faultOf = (field: string) => problem?.errors.find(({ pointer }) => pointer === `/${field}`);
  const errorOf = (field: 'code' | 'fromDay', empty: boolean): string | undefined => {
    if (sent && empty) return say('fields.required');
    const fault = faultOf(field);
    return fault && fieldText(speech, fault);
  };
  const add = async () => {
    setSent(true);
    if (busy || !code || fromDay === '') return;
    const answer = await send('POST', 'diagnoses', { clientId: client.clientId, code: code.id, fromDay });
    if (!answer) return;
    toasts.add({ text: say('notes.diagnoses.added', { code: code.id }), tone: 'good' });
    onClose();
  };
  const told = faultOf('code') ?? faultOf('fromDay');
  return (
    <Dialog
      title={say('notes.diagnoses.addTitle', { name: client.clientName })}
      onClose={onClose}
      onSubmit={() => void add()}
      footer={
        <>
          <Button onClick={onClose}>{say('pieces.cancel')}</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {say('notes.diagnoses.addAction')}
          </Button>
        </>
      }
    >
      <Combobox
        label={say('notes.diagnoses.code')}
        placeholder={say('notes.diagnoses.placeholder')}
        find={find}
        value={code}
        onChange={setCode}
        error={errorOf('code', !code)}
        required
      />
      {code?.detail !== undefined && <p className="small soft">{code.detail}</p>}
      <Field label={say('notes.diagnoses.fromDay')} error={errorOf('fromDay', fromDay === '')} required>
        {(control) => <DateInput {...control} max={today} value={fromDay} onChange={setFromDay} />}
      </Field>
      <ProblemNotice problem={told ? undefined : problem} />
    </Dialog>
  );
}
