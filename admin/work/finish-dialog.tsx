import { useState } from 'react';
import type { WorkItemView } from '../../api/work/work.contract';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { TextInput } from '../design/text-input';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { useWorkSentence } from './use-work-sentence';

interface FinishDialogProps {
  readonly item: WorkItemView;
  readonly how: 'finish' | 'dismiss';
  readonly onClose: () => void;
}

const longestNote = 500;

/** Done or not needed, with a note of what was done or why. Enter sends. */
export function FinishDialog({ item, how, onClose }: FinishDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const sentence = useWorkSentence()(item);
  const [note, setNote] = useState('');
  const { act, busy, problem } = useAct('work-items');
  const dismissing = how === 'dismiss';
  const finish = async () => {
    if (busy) return;
    const data = { how, note: note.trim() === '' ? null : note.trim() };
    try {
      await act({ id: item.id, verb: 'close', version: item.version, data });
      toasts.add({ text: say(dismissing ? 'work.wasDismissed' : 'work.wasDone'), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog, and what was typed stays
    }
  };
  return (
    <Dialog
      title={say(dismissing ? 'work.finish.dismissTitle' : 'work.finish.title')}
      lead={sentence.happened}
      onClose={onClose}
      onSubmit={() => void finish()}
      footer={
        <>
          <Button onClick={onClose}>{say('pieces.back')}</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {say(dismissing ? 'work.finish.dismissAction' : 'work.finish.action')}
          </Button>
        </>
      }
    >
      <Field
        label={say(dismissing ? 'work.finish.dismissNote' : 'work.finish.note')}
        hint={say('work.finish.noteHint')}
        optional
      >
        {(control) => (
          <TextInput {...control} autoComplete="off" maxLength={longestNote} value={note} onChange={setNote} />
        )}
      </Field>
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
