import { Check, CloudAlert, LoaderCircle } from 'lucide-react';
import type { NoteView } from '../../api/notes/note.contract';
import { useFormats } from '../../browser/speech';
import { Icon } from '../design/icon';
import { useWords } from '../words';
import type { NoteDraft } from './use-note-draft';
import './notes.css';

const icons = { saved: Check, waiting: LoaderCircle, saving: LoaderCircle, failed: CloudAlert, conflict: CloudAlert };

/** Whether what was typed is with the server; heard when that changes. */
export function SaveLine({ note, draft }: { readonly note: NoteView; readonly draft: NoteDraft }) {
  const say = useWords();
  const formats = useFormats();
  const { kind } = draft.saving;
  const savedAt = draft.savedAt ?? note.savedAt;
  if (kind === 'saved' && savedAt === null) return <output className="note-saved small muted" />;
  const text =
    kind === 'saved' ? say('notes.saving.saved', { time: formats.time(savedAt ?? 0) }) : say(`notes.saving.${kind}`);
  const hurts = kind === 'failed' || kind === 'conflict';
  return (
    <output className={hurts ? 'note-saved small care' : 'note-saved small muted num'}>
      <Icon of={icons[kind]} size="small" />
      {text}
    </output>
  );
}
