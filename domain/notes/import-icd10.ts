import type { Database } from '../database/database';
import { addDays } from '../time/wall-time';
import { type Icd10Code, icd10Line } from './icd10-file';

export interface Imported {
  readonly codes: number;
  /** Codes of earlier files that this one no longer has. */
  readonly ended: number;
}

/** A line that is none of the file's, by its number from 1. */
export class BadCodeLine extends Error {
  constructor(line: number) {
    super(`line ${String(line)} is no line of the ICD-10-CM order file: nothing was imported`);
  }
}

const batchSize = 2000;

/**
 * Loads a year's diagnosis codes, for claims from `fromDay` on; codes that the file lacks end the day before. The file is read
 * whole before anything is written, and loading it again changes nothing.
 * @throws BadCodeLine
 */
export async function importIcd10(
  worker: Pick<Database, 'kernel'>,
  lines: AsyncIterable<string>,
  fromDay: string,
): Promise<Imported> {
  const codes: Icd10Code[] = [];
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const code = icd10Line(line);
    if (!code) throw new BadCodeLine(number);
    codes.push(code);
  }
  if (codes.length === 0) throw new BadCodeLine(1);
  return worker.kernel.transaction(async (sql) => {
    for (let at = 0; at < codes.length; at += batchSize)
      await sql.raw('select kernel.import_icd10(?)', [
        JSON.stringify(
          codes.slice(at, at + batchSize).map((code) => ({ ...code, from_day: fromDay, until_day: null })),
        ),
      ]);
    const { rows } = await sql.raw<{ rows: { ended: number }[] }>('select kernel.end_icd10_but(?, ?::date) as ended', [
      codes.map(({ code }) => code),
      addDays(fromDay, -1),
    ]);
    return { codes: codes.length, ended: rows[0]?.ended ?? 0 };
  });
}
