import type { OperatorSql } from '../../domain/practice/as-operator';
import { type Finding, ageText, findingsOf } from './finding';

const { ok, warn } = findingsOf('claims');

/** Files that came, or would have, and that nobody has read; ages in seconds. */
export interface LeftFiles {
  /** At the clearinghouse, for no practice here. */
  readonly unplaced: { readonly count: number; readonly age: number };
  /** Set aside by what reads them, practice by practice. */
  readonly quarantined: readonly { readonly practice: string; readonly count: number; readonly age: number }[];
}

export async function readLeftFiles(sql: OperatorSql, practices: readonly string[]): Promise<LeftFiles> {
  const { rows: nobodys } = await sql.query<LeftFiles['unplaced']>(`
    select count, coalesce(extract(epoch from clock_timestamp() - oldest), 0)::float8 as age from kernel.unplaced_files()`);
  const { rows: quarantined } = await sql.query<LeftFiles['quarantined'][number]>(
    `select practice_id as practice, count(*)::int, extract(epoch from clock_timestamp() - min(at))::float8 as age
       from kept.edi_files where state = 'quarantined' and practice_id = any ($1) group by 1 order by 1`,
    [practices],
  );
  return { unplaced: nobodys[0] ?? { count: 0, age: 0 }, quarantined };
}

/** Whether what payers and the clearinghouse sent has been read. */
export function leftFileFindings({ unplaced, quarantined }: LeftFiles): readonly Finding[] {
  const findings = [
    ...(unplaced.count === 0
      ? []
      : [
          warn(
            'files.unplaced',
            `files at the clearinghouse that are for nobody here: ${unplaced.count}, the oldest for ${ageText(unplaced.age)}`,
            'a practice gets them once its details name their receiver as its sender id, and its agreement with the clearinghouse is recorded; what is not yours, the clearinghouse must take away',
          ),
        ]),
    ...quarantined.map(({ practice, count, age }) =>
      warn(
        'files.quarantined',
        `${practice} has files set aside: ${count}, the oldest came ${ageText(age)} ago`,
        'Remittances, Files set aside: each page says why. Read it again once that is mended, or dismiss it there',
      ),
    ),
  ];
  return findings.length > 0 ? findings : [ok('files', 'every file that came has been read')];
}
