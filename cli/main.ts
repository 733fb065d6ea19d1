import { resolve } from 'node:path';
import { adminCreate } from './admin-create';
import { dbBackfill } from './db-backfill';
import { dbMigrate } from './db-migrate';
import { dbParity } from './db-parity';
import { dbPrepare } from './db-prepare';
import { doctor } from './doctor';
import { codesImport } from './codes-import';
import { claimsList } from './claims-list';
import { claimsSubmit } from './claims-submit';
import { ediReceive } from './edi-receive';
import { ledgerClaim } from './ledger-claim';
import { remittancePost } from './remittance-post';
import { runCommand } from './run-command';
import { x12Check } from './x12-check';
import { x12Facts } from './x12-facts';

/** `kept`: the operator's command line. One line per command; each lives in its own file. */
const root = resolve(__dirname, '../..');
const commands = [
  dbPrepare(),
  dbMigrate(root),
  dbParity(root),
  dbBackfill(),
  adminCreate(),
  doctor(root),
  codesImport(),
  claimsList(),
  claimsSubmit(),
  ediReceive(),
  remittancePost(),
  ledgerClaim(),
  x12Check,
  x12Facts(process.stdout),
];

/** Whoever reads our output may stop: `kept … | head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

async function main(): Promise<void> {
  process.exitCode = await runCommand(commands, process.argv.slice(2), {
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
