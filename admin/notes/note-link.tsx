import { NotebookPen, NotebookText } from 'lucide-react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { ButtonLink } from '../design/button-link';
import { Link } from '../design/link';
import { VisuallyHidden } from '../design/visually-hidden';
import { notePath } from '../paths';
import { useWords } from '../words';
import { noteStepOf } from './note-step';

interface NoteLinkProps {
  readonly appointment: Pick<AppointmentView, 'visit' | 'clinicianId' | 'clientName'>;
  readonly rights: Parameters<typeof noteStepOf>[1];
  /** In a list, where a button would be too loud. */
  readonly plain?: boolean;
  readonly size?: 'small';
  /** Only while there is something to write. */
  readonly open?: boolean;
}

/** The way to the note of an appointment’s visit, for whoever writes or reads it. */
export function NoteLink({ appointment, rights, size, plain = false, open = false }: NoteLinkProps) {
  const say = useWords();
  const step = noteStepOf(appointment, rights);
  const { visit, clientName } = appointment;
  if (!visit || !step || (open && step === 'see')) return null;
  const name = (
    <>
      {say(`notes.step.${step}`)}
      <VisuallyHidden>
        {', '}
        {clientName}
      </VisuallyHidden>
    </>
  );
  if (plain)
    return (
      <Link className="small" to={notePath(visit.id)}>
        {name}
      </Link>
    );
  return (
    <ButtonLink to={notePath(visit.id)} icon={step === 'see' ? NotebookText : NotebookPen} {...(size && { size })}>
      {name}
    </ButtonLink>
  );
}
