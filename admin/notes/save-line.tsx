import { Check, CloudAlert, LoaderCircle } from 'lucide-react';
import type { NoteView } from '../../api/notes/note.contract';
import type { Problem } from '../../browser/http/problem';
import { useFormats } from '../../browser/speech';
import { Icon } from '../design/icon';
import { useWords } from '../words';
import type { NoteDraft } from './use-note-draft';
import './notes.css';

const icons = { saved: Check, waiting: LoaderCircle, saving: LoaderCircle, failed: CloudAlert, conflict: CloudAlert };

/** Why the server does not take what was typed; it is not sent again by itself. */
export const refusalOf = ({ saving }: Pick<NoteDraft, 'saving'>): Problem | undefined =>
  saving.kind === 'failed' && !saving.retries ? saving.problem : undefined;

/** Whether what was typed is with the server; heard when that changes. */
export function SaveLine({ note, draft }: { readonly note: NoteView; readonly draft: NoteDraft }) {
  const say = useWords();
  const formats = useFormats();
  const { kind } = draft.saving;
  const savedAt = draft.savedAt ?? note.savedAt;
  if (kind === 'saved' && savedAt === null) return <output className="note-saved small muted" />;
  const text = (): string => {
    if (kind === 'saved') return say('notes.saving.saved', { time: formats.time(savedAt ?? 0) });
    return say(`notes.saving.${refusalOf(draft) ? 'refused' : kind}`);
  };
  const hurts = kind === 'failed' || kind === 'conflict';
  return (
    <output className={hurts ? 'note-saved small care' : 'note-saved small muted num'}>
      <Icon of={icons[kind]} size="small" />
      {text()}
    </output>
  );
}
