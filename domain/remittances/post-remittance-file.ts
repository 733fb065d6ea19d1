import type { FileStores } from '../clearinghouse/receive-file';
import { type FileReport, reportOnFile } from './file-report';
import { postRemittance } from './post-remittance';
import { readRemittanceFile } from './read-remittance-file';

/**
 * Reads a received remittance file and posts each payment in it, in the order of the file. Broken off and called again it goes
 * on; a file of which nothing was left to do is told as a duplicate.
 * @throws AppError `not_found`, `try_again` when the file store has no answer
 */
export async function postRemittanceFile(stores: FileStores, practiceId: string, fileId: string): Promise<FileReport> {
  const { database } = stores;
  const entering = { practiceId, service: 'edi' } as const;
  const act = { act: 'remittance.look', purpose: 'billing' } as const;
  const look = () =>
    database.inPractice(entering, act, async (tx) => {
      const file = await tx.one<{ state: string }>`
        select state from edi_files where practice_id = ${tx.practiceId} and id = ${fileId}`;
      const found = await tx.all<{ id: string; state: string }>`
        select id, state from remittances where practice_id = ${tx.practiceId} and file_id = ${fileId} order by ordinal`;
      return { isRead: file?.state === 'read', found };
    });
  const before = await look();
  const nothingLeft = before.isRead && before.found.every(({ state }) => state !== 'found' && state !== 'posting');
  if ((await readRemittanceFile(stores, practiceId, fileId)) === undefined)
    for (const { id } of (await look()).found) await postRemittance(database, practiceId, id);
  const report = await database.inPractice(entering, { ...act, act: 'remittance.report' }, (tx) =>
    reportOnFile(tx, fileId),
  );
  return nothingLeft ? { ...report, disposition: 'duplicate' } : report;
}
