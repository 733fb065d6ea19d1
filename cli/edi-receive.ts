import { readInboundFile } from '../domain/clearinghouse/read-inbound-file';
import { postRemittanceFile } from '../domain/remittances/post-remittance-file';
import type { Command } from './command';
import { fileCommand } from './each-file';
import { toldOf } from './remittance-post';

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
      const inbound = await readInboundFile(stores, practiceId, file.id);
      if (inbound.kind === 'remittance') {
        const told = toldOf(await postRemittanceFile(stores, practiceId, file));
        return { ...told, line: `835 ${told.line}`, facts: { kind: '835', ...told.facts } };
      }
      const { told: kind, reason } = inbound;
      const disposition = reason === undefined ? 'read' : 'quarantine';
      return {
        disposition,
        line: `${kind ?? 'unknown'} ${disposition}`,
        facts: { ...(kind !== undefined && { kind }), disposition, ...(reason !== undefined && { reason }) },
      };
    },
  );
