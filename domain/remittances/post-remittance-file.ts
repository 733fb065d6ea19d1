import type { FileStores } from '../clearinghouse/receive-file';
import { type FileReport, reportOnFile } from './file-report';
import { postPayments } from './post-remittance';
import { readRemittanceFile } from './read-remittance-file';

/**
 * Reads a received remittance file and posts each payment in it, in the order of the file, at once: what its workflow does in
 * portions, and beside it if that runs too. Broken off and called again it goes on; a file that came before and of which nothing
 * was left to do is told as a duplicate.
 * @throws AppError `not_found`, `try_again` when the file store has no answer
 */
export async function postRemittanceFile(
  stores: FileStores,
  practiceId: string,
  file: { readonly id: string; readonly before: boolean },
): Promise<FileReport> {
  const { database } = stores;
  const entering = { practiceId, service: 'edi' } as const;
  const look = await database.inPractice(
    entering,
    { act: 'remittance.look', purpose: 'billing' },
    (tx) => tx.one<{ done: boolean }>`
      select f.state = 'read' and not exists (
               select 1 from remittances r where r.practice_id = f.practice_id and r.file_id = f.id and r.state in ('found', 'posting')) as done
        from edi_files f where f.practice_id = ${tx.practiceId} and f.id = ${file.id}`,
  );
  if ((await readRemittanceFile(stores, practiceId, file.id)) === undefined)
    await postPayments(database, practiceId, file.id);
  const report = await database.inPractice(entering, { act: 'remittance.report', purpose: 'billing' }, (tx) =>
    reportOnFile(tx, file.id),
  );
  return look?.done && file.before ? { ...report, disposition: 'duplicate' } : report;
}
