import type { AppointmentView } from '../../api/schedule/appointment.contract';

/** What someone can do with the note of an appointment's visit. */
export type NoteStep = 'write' | 'goOn' | 'see';

interface NoteRights {
  readonly me: string | undefined;
  readonly readNotes: boolean;
}

/** Whoever held the session writes its note, once it has begun; others who may read it see what there is. */
export function noteStepOf(
  { visit, clinicianId }: Pick<AppointmentView, 'visit' | 'clinicianId'>,
  { me, readNotes }: NoteRights,
): NoteStep | undefined {
  if (!readNotes || !visit || visit.state === 'waiting' || visit.state === 'left') return undefined;
  if (visit.note === 'signed') return 'see';
  if (clinicianId === me) return visit.note === 'draft' ? 'goOn' : 'write';
  return visit.note === 'draft' ? 'see' : undefined;
}
