import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Payer, startPayer } from '../../dev/payer/payer';
import { type SftpServer, startSftpServer } from '../../dev/payer/sftp-server';
import { makeSshKey, publicKeyOf } from '../../dev/payer/ssh-key';
import type { ClearinghousePort } from '../../domain/clearinghouse/clearinghouse-port';
import type { ProfessionalClaim } from '../../domain/x12/claim';
import { type X12Event, readX12File } from '../../domain/x12/read-x12';
import { write837 } from '../../domain/x12/write-837';
import type { Instant } from '../../domain/time/instant';
import { fingerprintOf } from '../../integrations/clearinghouse/host-key';
import { sftpClearinghouse } from '../../integrations/clearinghouse/sftp';
import { aBatch, aClaim, anEnvelope, aPerson } from './x12/claims';
import { all } from './x12/files';

/** A claim of a member whose number ends so: that decides what the simulator does. */
export const aClaimEnding = (ending: string, more: Partial<ProfessionalClaim> = {}): ProfessionalClaim => {
  const claim = aClaim(more);
  const name = aPerson({ id: { qualifier: 'MI', value: `W100${ending}` } });
  return { ...claim, subscriber: { ...claim.subscriber, name } };
};

/** A file of claims under its own control number, which asks for a TA1. */
export const claimsFile = (claims: readonly ProfessionalClaim[], control = 41): Uint8Array =>
  write837(aBatch(claims, { envelope: anEnvelope({ interchangeControl: control, acknowledgementRequested: true }) }))
    .bytes;

/** The simulator on a folder of its own, without a server in front: files are put there and answers read. */
export async function aPayer() {
  const folder = await mkdtemp(join(tmpdir(), 'kept-payer-'));
  const open = new Set<Payer>();
  const said: string[] = [];
  let server: SftpServer | undefined;
  let now = Date.parse('2026-11-02T12:00:00Z');
  const at = (...parts: readonly string[]) => join(folder, 'sftp', ...parts);
  const payer = {
    folder,
    at,
    /** What it said of its work. */
    said,
    /** Starts a process more on the same folder: the one before is as if it had been killed. */
    async start(paceMs = 0): Promise<Payer> {
      const clock = () => (now += 1000) as Instant;
      const started = await startPayer({ folder, paceMs, clock, say: (line) => said.push(line) });
      open.add(started);
      return started;
    },
    async put(name: string, bytes: Uint8Array): Promise<void> {
      await mkdir(at('to'), { recursive: true });
      await writeFile(at('to', `${name}.tmp`), bytes);
      await rename(at('to', `${name}.tmp`), at('to', name));
    },
    /** Everything it left, by name. */
    async left(): Promise<Readonly<Record<string, string>>> {
      const found: Record<string, string> = {};
      for (const name of (await readdir(at('from'))).toSorted()) found[name] = await readFile(at('from', name), 'utf8');
      return found;
    },
    /** Sends a file and reads what comes back. */
    async exchange(name: string, bytes: Uint8Array): Promise<readonly X12Event[]> {
      const started = [...open].at(-1) ?? (await payer.start());
      const before = new Set(await readdir(at('from')));
      await payer.put(name, bytes);
      await started.answered();
      const events: X12Event[] = [];
      for (const [name, text] of Object.entries(await payer.left()))
        if (!before.has(name)) events.push(...(await all(readX12File([Buffer.from(text)]))));
      return events;
    },
    /** Its own SFTP server in front, as Kept reaches it. */
    async serve(): Promise<ClearinghousePort> {
      const hostKey = makeSshKey();
      const login = { user: 'kept', password: 'a password of the tests' };
      server = await startSftpServer({ ...login, port: 0, hostKey, folder: join(folder, 'sftp') });
      return sftpClearinghouse({
        ...login,
        host: '127.0.0.1',
        port: server.port,
        hostKeys: [fingerprintOf(publicKeyOf(hostKey))],
        to: 'to',
        from: 'from',
        sent: 'sent',
      });
    },
    async close(): Promise<void> {
      await server?.close();
      for (const one of open) await one.close();
      await rm(folder, { recursive: true });
    },
  };
  return payer;
}
