import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type FileStores, type ReceivedFile, receiveFile } from '../domain/clearinghouse/receive-file';
import { reportOnFile } from '../domain/remittances/file-report';
import { postRemittance } from '../domain/remittances/post-remittance';
import { readRemittanceFile } from '../domain/remittances/read-remittance-file';
import { storageFrom } from '../integrations/storage/storage-from';
import type { Command, ExitCode } from './command';
import { inOnePractice } from './in-one-practice';
import { practiceFlag } from './which-practice';

/**
 * `kept remittance post FILE…`: stores, reads and posts remittances, in the order given. Again, or broken off and again, it posts
 * nothing twice. Exit 1: something is quarantined or waits for a person; 2: a file can't be opened.
 */
export const remittancePost = (environment = process.env): Command => ({
  name: 'remittance post',
  summary: 'Stores, reads and posts remittance files (835)',
  usage: 'remittance post FILE… [--practice ID] [--json]',
  flags: practiceFlag,
  run: async (call) => {
    if (call.words.length === 0) {
      call.complain('name at least one file\nusage: kept remittance post FILE…');
      return 2;
    }
    return inOnePractice(call, environment, ['KEPT_STORAGE'], async ({ database, practice, settings }) => {
      const stores = { database, storage: storageFrom(settings, environment) };
      let exit: ExitCode = 0;
      for (const path of call.words) {
        if (!existsSync(path)) {
          call.complain(`${path}: there is no such file`);
          exit = 2;
          continue;
        }
        const told = await postFile(stores, practice.id, path);
        call.print(
          call.json
            ? JSON.stringify(told)
            : `${path}: ${told.disposition}${told.reason === undefined ? '' : ` (${told.reason})`}`,
        );
        if (exit === 0 && told.disposition !== 'post' && told.disposition !== 'duplicate') exit = 1;
      }
      return exit;
    });
  },
});

async function postFile(stores: FileStores, practiceId: string, path: string) {
  return postReceived(stores, practiceId, path, await receivePath(stores, practiceId, path));
}

/** Keeps a file that the operator names. */
export const receivePath = (stores: FileStores, practiceId: string, path: string): Promise<ReceivedFile> =>
  receiveFile(
    stores,
    { practiceId, service: 'edi' },
    { name: basename(path), cameBy: 'command', open: () => createReadStream(path) },
  );

/** Reads and posts a remittance that was received. */
export async function postReceived(stores: FileStores, practiceId: string, path: string, file: ReceivedFile) {
  const entering = { practiceId, service: 'edi' } as const;
  const trouble = await readRemittanceFile(stores, practiceId, file.id);
  const act = { act: 'remittance.report', purpose: 'billing' } as const;
  if (trouble === undefined) {
    const found = await stores.database.inPractice(
      entering,
      act,
      (tx) =>
        tx.all<{ id: string }>`
        select id from remittances where practice_id = ${tx.practiceId} and file_id = ${file.id} order by ordinal`,
    );
    for (const { id } of found) await postRemittance(stores.database, practiceId, id);
  }
  const report = await stores.database.inPractice(entering, act, (tx) => reportOnFile(tx, file.id, file.before));
  return { file: path, sha256: file.sha256, ...report };
}
