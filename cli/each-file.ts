import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type FileStores, type ReceivedFile, receiveFile } from '../domain/clearinghouse/receive-file';
import { storageFrom } from '../integrations/storage/storage-from';
import type { Command, ExitCode } from './command';
import { inOnePractice } from './in-one-practice';
import { practiceFlag } from './which-practice';

/** What became of one file. `line`: for people, behind its name. */
export interface FileTold {
  readonly disposition: string;
  readonly line: string;
  readonly facts: object;
}

/** Dispositions after which there is nothing to look at. */
const fine: ReadonlySet<string> = new Set(['read', 'post', 'duplicate']);

/**
 * A command that takes files in, in the order given: each is stored before `work` reads it, and told with its name and sha256.
 * Exit 1: something is set aside or waits for a person; 2: a file can't be opened.
 */
export const fileCommand = (
  of: Pick<Command, 'name' | 'summary'>,
  environment: NodeJS.ProcessEnv,
  work: (stores: FileStores, practiceId: string, file: ReceivedFile) => Promise<FileTold>,
): Command => ({
  ...of,
  usage: `${of.name} FILE… [--practice ID] [--json]`,
  flags: practiceFlag,
  run: async (call) => {
    if (call.words.length === 0) {
      call.complain(`name at least one file\nusage: kept ${of.name} FILE…`);
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
        const file = await receiveFile(
          stores,
          { practiceId: practice.id, service: 'edi' },
          { name: basename(path), cameBy: 'command', open: () => createReadStream(path) },
        );
        const { disposition, line, facts } = await work(stores, practice.id, file);
        const told = { file: path, sha256: file.sha256, ...facts };
        call.print(call.json ? JSON.stringify(told) : `${path}: ${line}`);
        if (exit === 0 && !fine.has(disposition)) exit = 1;
      }
      return exit;
    });
  },
});
