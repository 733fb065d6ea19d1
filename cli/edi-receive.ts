import { buffer } from 'node:stream/consumers';
import { readAcknowledgements } from '../domain/claims/read-acknowledgements';
import { AppError } from '../domain/problems';
import { postRemittanceFile } from '../domain/remittances/post-remittance-file';
import { sniff } from '../domain/x12/sniff';
import type { Command } from './command';
import { fileCommand } from './each-file';
import { toldOf } from './remittance-post';

/** A few segments tell the kind of a file. */
const enough = 4095;

/**
 * `kept edi receive FILE…`: stores files from payers and clearinghouses and does what their content asks for: TA1, 999 and 277CA
 * move claims, an 835 is posted. Exit 1: something is set aside or waits for a person; 2: a file can't be opened.
 */
export const ediReceive = (environment = process.env): Command =>
  fileCommand(
    {
      name: 'edi receive',
      summary: 'Stores and reads files from payers and clearinghouses (TA1, 999, 277CA, 835)',
    },
    environment,
    async (stores, practiceId, file) => {
      const first = await stores.storage.get(`edi/in/${file.id}`, { range: { from: 0, to: enough } });
      if (first.kind !== 'found') throw new AppError('try_again');
      if (sniff(await buffer(first.content))?.kind === '835') {
        const told = toldOf(await postRemittanceFile(stores, practiceId, file.id));
        return { ...told, line: `835 ${told.line}`, facts: { kind: '835', ...told.facts } };
      }
      const { kind, setAside } = await readAcknowledgements(stores, practiceId, file.id);
      const disposition = setAside ? 'quarantine' : 'read';
      return {
        disposition,
        line: `${kind ?? 'unknown'} ${disposition}`,
        facts: { ...(kind && { kind }), disposition, ...(setAside && { reason: setAside }) },
      };
    },
  );
