import { postRemittanceFile } from '../domain/remittances/post-remittance-file';
import type { Command } from './command';
import { type FileTold, fileCommand } from './each-file';

/**
 * `kept remittance post FILE…`: stores, reads and posts remittances. Again, or broken off and again, it posts nothing twice.
 * Exit 1: something is quarantined or waits for a person; 2: a file can't be opened.
 */
export const remittancePost = (environment = process.env): Command =>
  fileCommand(
    { name: 'remittance post', summary: 'Stores, reads and posts remittance files (835)' },
    environment,
    async (stores, practiceId, file) => toldOf(await postRemittanceFile(stores, practiceId, file)),
  );

/** A report on a remittance file as the command line tells it. */
export const toldOf = (report: Awaited<ReturnType<typeof postRemittanceFile>>): FileTold => ({
  disposition: report.disposition,
  line: `${report.disposition}${report.reason === undefined ? '' : ` (${report.reason})`}`,
  facts: report,
});
