import { useState } from 'react';
import type { NoteView } from '../../api/notes/note.contract';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { TextArea } from '../design/text-input';
import { useSend } from '../form/use-send';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { longestPart } from './note-form';
import { notePathOf, useShowNote } from './use-note';

interface AmendDialogProps {
  readonly note: NoteView;
  readonly onClose: () => void;
}

/** Adds to a signed note. It stands beside what was signed, with its own author and time. */
export function AmendDialog({ note, onClose }: AmendDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const show = useShowNote();
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const { send, busy, problem } = useSend({ alsoChanges: ['timeline'] });
  const empty = text.trim() === '';
  const amend = async () => {
    setSent(true);
    if (busy || empty) return;
    const answer = await send('POST', notePathOf(note.visitId, 'amend'), { text: text.trim() }, note.version);
    if (!answer) return;
    show(answer as NoteView);
    toasts.add({ text: say('notes.amendments.done'), tone: 'good' });
    onClose();
  };
  return (
    <Dialog
      placement="wide"
      title={say('notes.amendments.title')}
      lead={say('notes.amendments.lead')}
      onClose={onClose}
      onSubmit={() => void amend()}
      footer={
        <>
          <Button onClick={onClose}>{say('pieces.cancel')}</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {say('notes.amendments.action')}
          </Button>
        </>
      }
    >
      <Field label={say('notes.amendments.text')} error={sent && empty ? say('fields.required') : undefined} required>
        {(control) => (
          <TextArea {...control} data-first rows={6} maxLength={longestPart} value={text} onChange={setText} />
        )}
      </Field>
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
