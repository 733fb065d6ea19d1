import { type KeyboardEvent, useState } from 'react';
import type { NoteView } from '../../api/notes/note.contract';
import { isoDay } from '../../browser/iso-day';
import { useFormats, useSpeech } from '../../browser/speech';
import { Card } from '../design/card';
import { Field } from '../design/field';
import { TextArea } from '../design/text-input';
import { TimeInput } from '../design/time-input';
import { timeOf } from '../schedule/wall-time';
import { useWords } from '../words';
import { isSession, minutesOf, withBegan, withEnded } from './session-times';
import type { NoteDraft } from './use-note-draft';
import './notes.css';

export const noteParts = ['subjective', 'objective', 'assessment', 'plan'] as const;

/** As the server takes it. */
export const longestPart = 20_000;

interface NoteFormProps {
  readonly note: NoteView;
  readonly draft: NoteDraft;
  /** What stands in the way of signing, by field. */
  readonly missing: Readonly<Partial<Record<'began' | 'ended', string>>>;
  readonly onSign: () => void;
}

/** Everything that a clinician types of a session. Ctrl+Enter goes on to signing. */
export function NoteForm({ note, draft, missing, onSign }: NoteFormProps) {
  const say = useWords();
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSign();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for its fields
    <div className="stack note-form" onKeyDown={key}>
      <Times note={note} draft={draft} missing={missing} />
      <Card padded className="stack">
        {noteParts.map((part) => (
          <Field key={part} label={say(`notes.parts.${part}`)} hint={say(`notes.hints.${part}`)}>
            {(control) => (
              <TextArea
                {...control}
                rows={4}
                maxLength={longestPart}
                value={draft.values[part]}
                onChange={(text) => draft.change({ [part]: text })}
              />
            )}
          </Field>
        ))}
      </Card>
    </div>
  );
}

function Times({ note, draft, missing }: Omit<NoteFormProps, 'onSign'>) {
  const say = useWords();
  const formats = useFormats();
  const { zone } = useSpeech();
  const [misread, setMisread] = useState<Readonly<Partial<Record<'began' | 'ended', boolean>>>>({});
  const day = isoDay(note.startsAt, zone);
  const { values } = draft;
  const minutes = minutesOf(values);
  const errorOf = (field: 'began' | 'ended'): string | undefined => {
    if (misread[field]) return say('fields.not_a_time');
    if (field === 'ended' && !isSession(values)) return say('fields.time_before_other');
    return values[field] === null ? missing[field] : undefined;
  };
  return (
    <Card padded as="section" className="note-times" aria-labelledby="note-times">
      <h2 id="note-times">{say('notes.times.title', { day: formats.calendarDay(day) })}</h2>
      <div className="note-times-fields">
        {(['began', 'ended'] as const).map((field) => (
          <Field key={field} label={say(`notes.times.${field}`)} error={errorOf(field)} required>
            {(control) => (
              <TimeInput
                {...control}
                value={values[field] === null ? '' : timeOf(values[field])}
                step={1}
                onMisread={(text) => setMisread((now) => ({ ...now, [field]: text !== undefined }))}
                onChange={(time) => draft.change((field === 'began' ? withBegan : withEnded)(values, time, day))}
              />
            )}
          </Field>
        ))}
        <output className="note-minutes num">
          {minutes !== undefined && isSession(values) && say('notes.times.minutes', { minutes })}
        </output>
      </div>
      <p className="small muted">{say('notes.times.hint', { city: formats.zoneCity })}</p>
    </Card>
  );
}
