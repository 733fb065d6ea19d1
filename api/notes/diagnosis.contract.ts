import { z } from 'zod';
import { askContract, changeContract, createContract, day, empty, id, searchContract, version } from '../http/contract';

/** As clinicians write it: `F41.1`. */
export const diagnosisCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'diagnosis_unknown');

export const diagnosisView = z.object({
  id,
  version,
  clientId: id,
  code: z.string(),
  title: z.string().nullable(),
  rank: z.number().int(),
  fromDay: day,
  untilDay: day.nullable(),
  notedByName: z.string(),
});

export type DiagnosisView = z.infer<typeof diagnosisView>;

export const searchDiagnoses = searchContract({
  path: '/diagnoses/search',
  summary: 'Diagnoses by rank, those that have ended with them',
  filter: z.strictObject({ ids: z.array(id).max(200), clientId: id, open: z.boolean() }).partial(),
  sort: ['rank'],
  row: diagnosisView,
});

export const searchDiagnosisCodes = askContract({
  path: '/diagnosis-codes/find',
  summary: 'ICD-10-CM codes that a claim may carry, by the beginning of the code or a part of its title',
  body: z.strictObject({ text: z.string().trim().min(1).max(80) }),
  response: z.object({ codes: z.array(z.object({ code: z.string(), title: z.string() })) }),
});

export const noteDiagnosisContract = createContract({
  path: '/diagnoses',
  summary: 'Note what was found, after the client’s other diagnoses',
  body: z.strictObject({ clientId: id, code: diagnosisCode, fromDay: day }),
  response: diagnosisView,
  problems: ['duplicate'],
});

export const rankDiagnosisContract = changeContract({
  path: '/diagnoses/:id/rank',
  summary: 'Put a diagnosis at another rank; 1 is why the client is seen',
  body: z.strictObject({ rank: z.number().int().min(1).max(12) }),
  response: diagnosisView,
});

export const endDiagnosisContract = changeContract({
  path: '/diagnoses/:id/end',
  summary: 'A diagnosis holds no longer',
  body: empty,
  response: diagnosisView,
});
