import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import type { NoteView } from '../../api/notes/note.contract';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Pill } from '../design/pill';
import { timeOf } from '../schedule/wall-time';
import { useWords } from '../words';
import { AmendDialog } from './amend-dialog';
import { noteParts } from './note-form';
import { minutesOf } from './session-times';
import './notes.css';

/** A note as it is: what was signed, and beside it what was added since. */
export function SignedNote({ note }: { readonly note: NoteView }) {
  const say = useWords();
  return (
    <div className="stack note-form">
      <Facts note={note} />
      <Card padded as="article" className="stack note-text">
        {noteParts.map((part) => (
          <section key={part}>
            <h2>{say(`notes.parts.${part}`)}</h2>
            {note[part] === '' ? <p className="muted">{say('notes.nothing')}</p> : <p>{note[part]}</p>}
          </section>
        ))}
      </Card>
      {note.amendments.length > 0 && <Amendments note={note} />}
    </div>
  );
}

function Facts({ note }: { readonly note: NoteView }) {
  const say = useWords();
  const formats = useFormats();
  const { began, ended, signedAt, clinicianName, charges } = note;
  const minutes = minutesOf(note);
  return (
    <Card padded className="row wrap note-facts">
      {began !== null && ended !== null && minutes !== undefined && (
        <span className="num">
          {say('notes.attested', {
            day: formats.calendarDay(began.slice(0, 10)),
            from: formats.wallTime(timeOf(began)),
            until: formats.wallTime(timeOf(ended)),
            minutes,
          })}
        </span>
      )}
      {signedAt === null ? (
        <span className="muted">{say('notes.unsigned')}</span>
      ) : (
        <span className="muted num">
          {say('notes.signedBy', { name: clinicianName, when: formats.dayTime(signedAt) })}
        </span>
      )}
      {charges.map(({ id, code, state }) => (
        <Pill key={id} tone={state === 'approved' ? 'good' : 'plain'}>
          {say(`notes.charge.${state}`, { code })}
        </Pill>
      ))}
    </Card>
  );
}

function Amendments({ note }: { readonly note: NoteView }) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{say('notes.amendments.title')}</h2>
      {note.amendments.map((one) => (
        <Card key={one.id} padded as="article" className="note-text">
          <p>{one.text}</p>
          <p className="small muted num">
            {say('notes.amendments.by', { name: one.authorName, when: formats.dayTime(one.at) })}
          </p>
        </Card>
      ))}
    </section>
  );
}

export function SignedActions({ note }: { readonly note: NoteView }) {
  const say = useWords();
  const [amending, setAmending] = useState(false);
  return (
    <>
      <Button icon={Plus} onClick={() => setAmending(true)}>
        {say('notes.amendments.add')}
      </Button>
      {amending && <AmendDialog note={note} onClose={() => setAmending(false)} />}
    </>
  );
}
