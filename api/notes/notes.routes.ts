import { previewCharge } from '../../domain/claims/preview-charge';
import type { PracticeTx } from '../../domain/database/practice-tx';
import { amendNote } from '../../domain/notes/amend-note';
import { listDiagnoses, readDiagnosis, searchCodes } from '../../domain/notes/list-diagnoses';
import { endDiagnosis, noteDiagnosis, rankDiagnosis } from '../../domain/notes/note-diagnosis';
import { listNotes } from '../../domain/notes/list-notes';
import { listUnsigned } from '../../domain/notes/list-unsigned';
import { readNote } from '../../domain/notes/read-note';
import { signNote } from '../../domain/notes/sign-note';
import { writeNote } from '../../domain/notes/write-note';
import { practiceOf } from '../../domain/practice/policy';
import { AppError } from '../../domain/problems';
import type { Instant } from '../../domain/time/instant';
import { instantAt } from '../../domain/time/wall-time';
import { listingOf } from '../http/listing';
import { may, read, type Route, write } from '../http/route';
import * as diagnosis from './diagnosis.contract';
import * as contracts from './note.contract';

const see = { access: may('notes.read'), purpose: 'care' } as const;
const change = { access: may('notes.write'), purpose: 'care' } as const;
const seeDiagnoses = { access: may('diagnoses.read'), purpose: 'care' } as const;

/** The id of a visit's note. @throws AppError `not_found` before anyone has begun it */
async function noteOf(tx: PracticeTx, visitId: string): Promise<{ readonly id: string; readonly version: number }> {
  const { noteId, version } = await readNote(tx, visitId);
  if (noteId === null) throw new AppError('not_found');
  return { id: noteId, version };
}

async function instantsOf(tx: PracticeTx, times: { readonly began: string | null; readonly ended: string | null }) {
  const { zone } = await practiceOf(tx);
  const at = (wall: string | null): Instant | null => (wall === null ? null : instantAt(wall, zone));
  return { beganAt: at(times.began), endedAt: at(times.ended) };
}

export const noteRoutes: readonly Route[] = [
  read(contracts.searchNotes, see, (tx, { body }) => listNotes(tx, body.filter ?? {}, listingOf(body, 'DESC'))),
  read(contracts.getNote, see, (tx, { id }) => readNote(tx, id)),
  read(contracts.searchUnsigned, see, (tx, { body }) => listUnsigned(tx, body.filter ?? {}, listingOf(body))),
  write(contracts.writeNoteContract, change, {
    act: async (tx, { id: visitId, version, body: { began, ended, ...text } }) => {
      await writeNote(tx, { visitId, version, ...text, ...(await instantsOf(tx, { began, ended })) });
      return visitId;
    },
    view: readNote,
  }),
  read(contracts.signingConsequences, change, async (tx, { id }) => {
    const { clientId, diagnoses, plan } = await previewCharge(tx, id);
    const { day, minutes, missing, charge } = plan;
    return { clientId, day, minutes, diagnoses, missing, charge: charge ?? null };
  }),
  write(contracts.signNoteContract, change, {
    act: async (tx, { id: visitId, version }) => {
      const { id } = await noteOf(tx, visitId);
      await signNote(tx, { id, version });
      return visitId;
    },
    view: readNote,
  }),
  write(contracts.amendNoteContract, change, {
    act: async (tx, { id: visitId, version, body }) => {
      const { id: noteId } = await noteOf(tx, visitId);
      await amendNote(tx, { noteId, version, body: body.text });
      return visitId;
    },
    view: readNote,
  }),
  read(diagnosis.searchDiagnoses, seeDiagnoses, (tx, { body }) =>
    listDiagnoses(tx, body.filter ?? {}, listingOf(body)),
  ),
  read(diagnosis.searchDiagnosisCodes, see, async (tx, { body }) => ({ codes: await searchCodes(tx, body.text) })),
  write(diagnosis.noteDiagnosisContract, change, {
    act: (tx, { body }) => noteDiagnosis(tx, body),
    view: readDiagnosis,
  }),
  write(diagnosis.rankDiagnosisContract, change, {
    act: (tx, { id, version, body }) => rankDiagnosis(tx, { id, version, ...body }).then(() => id),
    view: readDiagnosis,
  }),
  write(diagnosis.endDiagnosisContract, change, {
    act: (tx, { id, version }) => endDiagnosis(tx, { id, version }).then(() => id),
    view: readDiagnosis,
  }),
];
