import { existsSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { readAcknowledgements } from '../domain/claims/read-acknowledgements';
import type { FileStores } from '../domain/clearinghouse/receive-file';
import { AppError } from '../domain/problems';
import { sniff } from '../domain/x12/sniff';
import { storageFrom } from '../integrations/storage/storage-from';
import type { Command, ExitCode } from './command';
import { inOnePractice } from './in-one-practice';
import { postReceived, receivePath } from './remittance-post';
import { practiceFlag } from './which-practice';

/** A few segments tell the kind of a file. */
const enough = 4095;

/**
 * `kept edi receive FILE…`: stores files from payers and clearinghouses and does what their content asks for: TA1, 999 and 277CA
 * move claims, an 835 is posted. Exit 1: something is set aside or waits for a person; 2: a file can't be opened.
 */
export const ediReceive = (environment = process.env): Command => ({
  name: 'edi receive',
  summary: 'Stores and reads files from payers and clearinghouses (TA1, 999, 277CA, 835)',
  usage: 'edi receive FILE… [--practice ID] [--json]',
  flags: practiceFlag,
  run: async (call) => {
    if (call.words.length === 0) {
      call.complain('name at least one file\nusage: kept edi receive FILE…');
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
        const told = await receive(stores, practice.id, path);
        call.print(call.json ? JSON.stringify(told) : `${path}: ${told.kind ?? 'unknown'} ${told.disposition}`);
        const isWell = ['read', 'post', 'duplicate'].includes(told.disposition);
        if (exit === 0 && !isWell) exit = 1;
      }
      return exit;
    });
  },
});

async function receive(stores: FileStores, practiceId: string, path: string) {
  const file = await receivePath(stores, practiceId, path);
  const first = await stores.storage.get(`edi/in/${file.id}`, { range: { from: 0, to: enough } });
  if (first.kind !== 'found') throw new AppError('try_again');
  if (sniff(await buffer(first.content))?.kind === '835')
    return { kind: '835', ...(await postReceived(stores, practiceId, path, file)) };
  const { kind, setAside } = await readAcknowledgements(stores, practiceId, file.id);
  return {
    file: path,
    sha256: file.sha256,
    ...(kind && { kind }),
    disposition: setAside ? 'quarantine' : 'read',
    ...(setAside && { reason: setAside }),
  };
}
