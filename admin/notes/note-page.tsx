import { FileX, PenLine } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { NoteView } from '../../api/notes/note.contract';
import { useMay, useSession } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { ButtonLink } from '../design/button-link';
import { Link } from '../design/link';
import { Pill } from '../design/pill';
import { ProblemNotice } from '../design/problem-notice';
import { ConflictDialog } from '../form/conflict-dialog';
import { appointmentPath, clientPath } from '../paths';
import { useAction } from '../shell/actions';
import { NoRecord } from '../shell/no-record';
import { Page } from '../shell/page';
import { TimelineCard } from '../timeline/timeline-card';
import { useWords } from '../words';
import { DiagnosesCard } from './diagnoses-card';
import { NoteForm, noteParts } from './note-form';
import { SaveLine, refusalOf } from './save-line';
import { SignDialog } from './sign-dialog';
import { SignedActions, SignedNote } from './signed-note';
import { useNote } from './use-note';
import { type NoteDraft, useNoteDraft } from './use-note-draft';
import './notes.css';

/** The note of one visit: written and signed by whoever held the session, then as it was signed. */
export function NotePage() {
  const say = useWords();
  const { id = '' } = useParams();
  const { note, problem, again } = useNote(id);
  const me = useSession()?.person.membershipId;
  const mayWrite = useMay('notes.write');
  if (note) {
    const writes = mayWrite && note.clinicianId === me && note.state !== 'signed';
    return writes ? <WriteNote key={note.visitId} note={note} /> : <ReadNote note={note} mayAmend={mayWrite} />;
  }
  return (
    <NoRecord
      area="calendar"
      title={say('notes.title')}
      problem={problem}
      onRetry={again}
      gone={{
        icon: FileX,
        title: say('notes.gone.title'),
        text: say('notes.gone.text'),
        action: <ButtonLink to="/">{say('notes.gone.home')}</ButtonLink>,
      }}
    />
  );
}

function WriteNote({ note }: { readonly note: NoteView }) {
  const say = useWords();
  const draft = useNoteDraft(note);
  const signing = useSigning(draft);
  return (
    <Page
      area="calendar"
      crumbs={useCrumbs(note)}
      title={<Title note={note} />}
      lead={<Lead note={note} />}
      actions={
        <>
          <SaveLine note={note} draft={draft} />
          <SignButton onSign={signing.begin} />
        </>
      }
    >
      <div className="stack page-column">
        <ProblemNotice problem={refusalOf(draft)} />
        <div className="page-columns">
          <NoteForm note={note} draft={draft} missing={signing.missing} onSign={signing.begin} />
          <DiagnosesCard note={note} mayChange />
        </div>
      </div>
      {draft.conflict && (
        <ConflictDialog
          conflict={draft.conflict}
          busy={false}
          labelOf={(field) => (isPart(field) ? say(`notes.parts.${field}`) : timeLabel(say, field))}
        />
      )}
      {signing.asked && <SignDialog note={note} version={draft.version()} onClose={signing.end} />}
    </Page>
  );
}

interface Signing {
  readonly asked: boolean;
  readonly missing: Readonly<Partial<Record<'began' | 'ended', string>>>;
  readonly begin: () => void;
  readonly end: () => void;
}

/** Signing begins once everything typed is with the server and both times are there. */
function useSigning(draft: NoteDraft): Signing {
  const say = useWords();
  const [asked, setAsked] = useState(false);
  const [tried, setTried] = useState(false);
  const begin = async () => {
    setTried(true);
    if (draft.values.began === null || draft.values.ended === null) return;
    if (draft.version() === 0) draft.change({}); // nothing was typed yet: the times alone make the note
    if (await draft.flush()) setAsked(true);
  };
  return {
    asked,
    missing: tried ? { began: say('fields.required'), ended: say('fields.required') } : {},
    begin: () => void begin(),
    end: () => setAsked(false),
  };
}

function SignButton({ onSign }: { readonly onSign: () => void }) {
  const say = useWords();
  useAction({ id: 'note.sign', name: say('notes.sign.open'), icon: PenLine, key: 's', run: onSign });
  return (
    <Button kind="primary" icon={PenLine} keyHint="S" onClick={onSign}>
      {say('notes.sign.open')}
    </Button>
  );
}

function ReadNote({ note, mayAmend }: { readonly note: NoteView; readonly mayAmend: boolean }) {
  const signed = note.state === 'signed';
  return (
    <Page
      area="calendar"
      crumbs={useCrumbs(note)}
      title={<Title note={note} />}
      lead={<Lead note={note} />}
      actions={signed && mayAmend ? <SignedActions note={note} /> : undefined}
    >
      <div className="page-columns">
        <SignedNote note={note} />
        <div className="stack page-column">
          <DiagnosesCard note={note} mayChange={mayAmend} />
          {note.noteId !== null && signed && <TimelineCard filter={{ entity: 'note', refId: note.noteId }} />}
        </div>
      </div>
    </Page>
  );
}

function useCrumbs(note: NoteView) {
  const say = useWords();
  const formats = useFormats();
  return [
    { to: '/calendar', name: say('shell.areas.calendar') },
    { to: appointmentPath(note.appointmentId), name: formats.dayTime(note.startsAt) },
    { name: say('notes.title') },
  ];
}

function Title({ note }: { readonly note: NoteView }) {
  const say = useWords();
  const tone = note.state === 'signed' ? 'good' : 'plain';
  return (
    <span className="record-title">
      <Link to={clientPath(note.clientId)}>{note.clientName}</Link>
      <Pill tone={tone}>{say(`notes.states.${note.state ?? 'none'}`)}</Pill>
    </span>
  );
}

function Lead({ note }: { readonly note: NoteView }) {
  const say = useWords();
  const { typeName, modality, clinicianName } = note;
  return <span>{[typeName, say(`schedule.modality.${modality}`), clinicianName].join(' · ')}</span>;
}

const isPart = (field: string): field is (typeof noteParts)[number] => (noteParts as readonly string[]).includes(field);
const timeLabel = (say: ReturnType<typeof useWords>, field: string): string =>
  say(field === 'ended' ? 'notes.times.ended' : 'notes.times.began');
