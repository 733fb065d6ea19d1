import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { factsText } from '../domain/x12/facts/facts';
import type { Command, ExitCode } from './command';
import { openFile } from './open-file';

/**
 * `kept x12 facts FILE…`: what each file says, one JSON object a line, in order. Writes to `output` piece by piece, since
 * the facts of a large remittance are longer than the file. Exit 1: a file is malformed; 2: one can't be opened.
 */
export const x12Facts = (output: Writable): Command => ({
  name: 'x12 facts',
  summary: 'Says what X12 files of any kind hold, as one JSON object a file',
  usage: 'x12 facts FILE…',
  run: async (call) => {
    if (call.words.length === 0) {
      call.complain('name at least one file\nusage: kept x12 facts FILE…');
      return 2;
    }
    let exit: ExitCode = 0;
    for (const path of call.words) {
      const file = await openFile(path);
      if ('error' in file) {
        call.complain(file.error);
        exit = 2;
        continue;
      }
      try {
        const { wellFormed } = await writeFacts(factsText(path, file.chunks), output);
        if (!wellFormed && exit === 0) exit = 1;
      } finally {
        await file.close();
      }
    }
    return exit;
  },
});

async function writeFacts<Result>(pieces: AsyncGenerator<string, Result>, output: Writable): Promise<Result> {
  for (;;) {
    const piece = await pieces.next();
    const text = piece.done ? '\n' : piece.value;
    if (!output.write(text)) await once(output, 'drain');
    if (piece.done) return piece.value;
  }
}
