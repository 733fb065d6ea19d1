import { timingSafeEqual } from 'node:crypto';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { type AuthContext, type PublicKeyAuthContext, Server, utils } from 'ssh2';
import { type Meet, serveFolder } from './sftp-folder';

export interface SftpServerOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly hostKey: string;
  readonly user: string;
  readonly password: string;
  /** A public key that lets in too, as it is sent. */
  readonly authorizedKey?: Buffer;
  /** What is served, as `/`. */
  readonly folder: string;
  /** What befalls a call; for tests. */
  readonly meet?: Meet;
  /** A file was closed after writing, or has another name. */
  readonly onChange?: () => void;
}

export interface SftpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A folder behind a real SFTP server (ssh2), on this machine's own address only. */
export async function startSftpServer(options: SftpServerOptions): Promise<SftpServer> {
  const sockets = new Map<number, Socket>();
  // told when the other side has said its name, which not everybody does who connects: by its port it is known again
  const ssh = new Server({ hostKeys: [options.hostKey] }, (client, { port }) => {
    client.on('error', () => {}); // whoever leaves without a word
    client.on('authentication', (context) => decide(context, options));
    client.on('session', (accept) => {
      accept().on('sftp', (accept) => serveFolder(accept(), options, () => sockets.get(port)?.destroy()));
    });
  });
  const listener = createServer({ noDelay: true }, (socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
    ssh.injectSocket(socket);
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    port: (listener.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => listener.close(resolve));
      for (const socket of sockets.values()) socket.destroy();
      await closed;
    },
  };
}

function decide(context: AuthContext, { user, password, authorizedKey }: SftpServerOptions): void {
  const isKnown =
    context.username === user &&
    ((context.method === 'password' && isSame(context.password, password)) ||
      (context.method === 'publickey' && authorizedKey !== undefined && isSigned(context, authorizedKey)));
  if (isKnown) context.accept();
  else context.reject(['password', 'publickey']);
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A client asks first whether a key will do, without a signature. */
function isSigned({ key, signature, blob, hashAlgo }: PublicKeyAuthContext, authorized: Buffer): boolean {
  const known = utils.parseKey(authorized);
  if (known instanceof Error || !key.data.equals(authorized)) return false;
  if (signature === undefined) return true;
  const told: unknown = blob !== undefined && known.verify(blob, signature, hashAlgo); // an Error, where it fails
  return told === true;
}
