import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { openDatabase } from '../domain/database/database';
import { importIcd10 } from '../domain/notes/import-icd10';
import { isDay } from '../domain/time/wall-time';
import type { Command } from './command';
import { operating } from './operating';

const usage = 'codes import FILE --from DAY [--json]';

/**
 * `kept codes import FILE --from DAY`: loads the public ICD-10-CM order file of a year, for claims from that day on. Exit 1: a
 * line is none of such a file, and nothing was imported; 2: the call is wrong or the file can't be opened.
 */
export const codesImport = (environment = process.env): Command => ({
  name: 'codes import',
  summary: 'Loads the public ICD-10-CM file of a year',
  usage,
  flags: { from: { type: 'string' } },
  run: async (call) => {
    const [path] = call.words;
    const { from } = call.flags;
    if (path === undefined || call.words.length > 1 || typeof from !== 'string' || !isDay(from)) {
      call.complain(`name one file, and the day from which its codes hold\nusage: kept ${usage}`);
      return 2;
    }
    const file = createReadStream(path);
    try {
      await once(file, 'open');
    } catch {
      call.complain(`${path}: cannot be opened`);
      return 2;
    }
    return operating(call, environment, ['KEPT_WORKER_DATABASE_URL'], async (settings) => {
      const database = openDatabase({ url: settings.KEPT_WORKER_DATABASE_URL, name: 'kept operator', poolSize: 1 });
      try {
        const done = await importIcd10(database, createInterface({ input: file }), from);
        call.print(
          call.json ? JSON.stringify(done) : `${done.codes} codes hold from ${from}; ${done.ended} ended before`,
        );
        return 0;
      } finally {
        file.destroy();
        await database.close();
      }
    });
  },
});
