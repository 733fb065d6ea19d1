import { z } from 'zod';
import { chargeLife } from '../../domain/claims/charge-state';
import { missingForCharge } from '../../domain/claims/charge-missing-codes';
import { noteLife } from '../../domain/notes/note-state';
import { visitLife } from '../../domain/visits/visit-state';
import { changeContract, day, empty, id, instant, readContract, searchContract, wallTime } from '../http/contract';
import { appointmentView, modality } from '../schedule/appointment.contract';

const longestPart = 20_000;
const part = z.string().max(longestPart);
const parts = { subjective: part, objective: part, assessment: part, plan: part };

export const noteView = z.object({
  visitId: id,
  /** 0: nobody has begun it. */
  version: z.number().int().min(0),
  noteId: id.nullable(),
  state: z.enum(noteLife.states).nullable(),
  clientId: id,
  clientName: z.string(),
  clinicianId: id,
  clinicianName: z.string(),
  appointmentId: id,
  typeName: z.string(),
  modality,
  startsAt: instant,
  visitState: z.enum(visitLife.states),
  ...parts,
  began: wallTime.nullable(),
  ended: wallTime.nullable(),
  savedAt: instant.nullable(),
  signedAt: instant.nullable(),
  diagnoses: z.array(z.object({ code: z.string(), title: z.string().nullable() })),
  amendments: z.array(z.object({ id, at: instant, authorName: z.string(), text: z.string() })),
  charges: z.array(z.object({ id, code: z.string(), state: z.enum(chargeLife.states) })),
});

export type NoteView = z.infer<typeof noteView>;

export const getNote = readContract({
  path: '/visits/:id/note',
  summary: 'The note of a visit, begun or not',
  response: noteView,
});

/** In a list; the id is the visit's. */
export const noteRow = z.object({
  id,
  clientId: id,
  clinicianName: z.string(),
  typeName: z.string(),
  modality,
  startsAt: instant,
  state: z.enum(noteLife.states).nullable(),
  signedAt: instant.nullable(),
  minutes: z.number().int().nullable(),
  diagnoses: z.array(z.string()),
  amendments: z.number().int(),
});
export type NoteRowView = z.infer<typeof noteRow>;

export const searchNotes = searchContract({
  path: '/notes/search',
  summary: 'Notes of visits that took place, begun or not, the latest first',
  filter: z.strictObject({ clientId: id }).partial(),
  sort: ['startsAt'],
  row: noteRow,
});

export const searchUnsigned = searchContract({
  path: '/unsigned-notes/search',
  summary: 'Visits of one’s own that took place and whose note is not signed, in the order of their start',
  filter: z.strictObject({ ids: z.array(id).max(200) }).partial(),
  sort: ['startsAt'],
  row: appointmentView,
});

/** The version of a note that nobody has begun is 0. */
export const writeNoteContract = changeContract({
  method: 'put',
  path: '/visits/:id/note',
  summary: 'Save a draft while someone types; times as the practice’s clock shows them',
  body: z.strictObject({ ...parts, began: wallTime.nullable(), ended: wallTime.nullable() }),
  response: noteView,
  problems: ['wrong_state'],
});

export const signingConsequences = readContract({
  path: '/visits/:id/note/consequences',
  summary: 'What signing the note as it is saved would bill, and what is missing for that',
  response: z.object({
    clientId: id,
    day,
    minutes: z.number().int(),
    diagnoses: z.array(z.string()),
    missing: z.array(z.enum(missingForCharge)),
    charge: z
      .object({
        code: z.string(),
        modifiers: z.array(z.string()),
        placeOfService: z.string(),
        cents: z.number().int(),
        payerName: z.string(),
      })
      .nullable(),
  }),
  problems: ['wrong_state', 'invalid'],
});

export const signNoteContract = changeContract({
  path: '/visits/:id/note/sign',
  summary: 'Sign the note: it stays as it is, and the visit is billed by it',
  body: empty,
  response: noteView,
  problems: ['wrong_state'],
});

export const amendNoteContract = changeContract({
  path: '/visits/:id/note/amend',
  summary: 'Add to a signed note, beside it',
  body: z.strictObject({ text: z.string().trim().min(1).max(longestPart) }),
  response: noteView,
  problems: ['wrong_state'],
});
