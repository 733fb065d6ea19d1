import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Meet } from '../../dev/payer/sftp-folder';
import { startSftpServer } from '../../dev/payer/sftp-server';
import { makeSshKey, publicKeyOf } from '../../dev/payer/ssh-key';
import { fingerprintOf } from '../../integrations/clearinghouse/host-key';
import type { SftpFolders } from '../../integrations/clearinghouse/sftp';

/** A key of a host or a login, and what names it. */
export const anSshKey = (passphrase?: string) => {
  const key = makeSshKey(passphrase);
  const publicKey = publicKeyOf(key, passphrase);
  return { private: key, public: publicKey, fingerprint: fingerprintOf(publicKey) };
};

/** A clearinghouse's SFTP server with folders of its own: `to`, `from`, and `sent`, where it moves what it took. */
export async function anSftpHost(more: { readonly authorizedKey?: Buffer } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'kept-sftp-'));
  for (const name of ['to', 'from', 'sent']) await mkdir(join(folder, name));
  const key = anSshKey();
  let meet: Meet = () => undefined;
  const server = await startSftpServer({
    port: 0,
    hostKey: key.private,
    user: 'practice',
    password: 'a password of the tests',
    folder,
    ...more,
    meet: (call) => meet(call),
  });
  const place: SftpFolders = {
    host: '127.0.0.1',
    port: server.port,
    user: 'practice',
    password: 'a password of the tests',
    hostKeys: [key.fingerprint],
    to: 'to',
    from: 'from',
    sent: 'sent',
  };
  return {
    folder,
    place,
    /** What befalls its calls from now on. */
    meet(next: Meet): void {
      meet = next;
    },
    async seen() {
      const found: Record<string, string> = {};
      for (const name of await readdir(join(folder, 'to')))
        found[name] = await readFile(join(folder, 'to', name), 'utf8');
      return found;
    },
    take: (name: string) => rename(join(folder, 'to', name), join(folder, 'sent', name)),
    leave: (name: string, text: string) => writeFile(join(folder, 'from', name), text),
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
