import { readFile } from 'node:fs/promises';
import { type Socket, connect } from 'node:net';
import { PassThrough, type Readable, pipeline } from 'node:stream';
import SftpClient from 'ssh2-sftp-client';
import { fingerprintOf } from './host-key';

export interface SftpHost {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Fingerprints of the keys that the host may show. */
  readonly hostKeys: readonly string[];
  /** For the login, or for the key file where that is locked. */
  readonly password?: string;
  readonly keyFile?: string;
  readonly patience?: Patience;
}

/** Milliseconds. */
export interface Patience {
  /** Until the host has proved itself and let us in. */
  readonly connect: number;
  /** For one call; an upload is given more by its size. */
  readonly call: number;
  /** Without a byte while a file is read. */
  readonly idle: number;
}

const standardPatience: Patience = { connect: 15_000, call: 30_000, idle: 30_000 };
/** An upload slower than this (50 kB/s) has stalled. */
const bytesPerMs = 50;
const farewellMs = 1000;

/** One connection. Every call rejects with an error that has a `code`; a number is the server's own word (SFTP version 3). */
interface FolderEntry {
  readonly type: string;
  readonly name: string;
  readonly size: number;
  /** Epoch milliseconds. */
  readonly modifyTime: number;
}

export interface SftpLine {
  /** Undefined: the server says that there is no such file. Anything less certain rejects. */
  stat(path: string): Promise<{ readonly size: number } | undefined>;
  list(folder: string): Promise<readonly FolderEntry[]>;
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** Never over a file that is there. */
  rename(from: string, to: string): Promise<void>;
  /** Ends the line when it has been read, or broke off. */
  read(path: string): Readable;
  end(): void;
}

/** Opens a connection. A host that shows another key is left before it hears who we are. */
export async function openLine(place: SftpHost): Promise<SftpLine> {
  const { connect: connectMs, call: callMs, idle: idleMs } = place.patience ?? standardPatience;
  const privateKey = place.keyFile === undefined ? undefined : await readKey(place.keyFile);
  const socket = connect({ host: place.host, port: place.port, noDelay: true });
  let refusal: string | undefined;
  const heard = (error: unknown): void => {
    if ((error as { level?: string }).level === 'client-authentication') refusal = 'login_refused';
  };
  const client = new SftpClient('clearinghouse', { error: heard, end: () => {}, close: () => {} });
  client.on('error', heard);
  socket.on('error', heard); // a broken line is told by the call that it broke

  const opened = async () => {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    return client.connect({
      sock: socket,
      username: place.user,
      ...(place.password !== undefined && privateKey === undefined && { password: place.password }),
      ...(privateKey && { privateKey }),
      ...(privateKey && place.password !== undefined && { passphrase: place.password }),
      readyTimeout: connectMs,
      hostVerifier: (key: Buffer) => {
        if (place.hostKeys.includes(fingerprintOf(key))) return true;
        refusal = 'wrong_host_key';
        return false;
      },
    });
  };
  const wrapper = await within(connectMs, socket, opened()).catch((error: unknown) => {
    socket.destroy();
    throw refusal === undefined ? error : fault(refusal);
  });
  const call = <T>(work: Promise<T>, ms = callMs): Promise<T> => within(ms, socket, work);

  return {
    // not the library's: it calls a file missing whenever the server fails (its code 4)
    stat: (path) =>
      call(
        new Promise((resolve, reject) => {
          wrapper.stat(path, (error, stats) => {
            if (error === undefined || error === null) return resolve({ size: stats.size });
            return (error as { code?: unknown }).code === noSuchFile ? resolve(undefined) : reject(error);
          });
        }),
      ),
    list: (folder) => call(client.list(folder)),
    put: async (path, bytes) => {
      await call(client.put(Buffer.from(bytes), path), callMs + bytes.length / bytesPerMs);
    },
    rename: async (from, to) => {
      await call(client.rename(from, to));
    },
    read: (path) => {
      const [remote, content] = [client.createReadStream(path), new PassThrough()];
      socket.setTimeout(idleMs, () => socket.destroy());
      socket.once('close', () => remote.destroy(fault('connection_lost')));
      pipeline(remote, content, () => end());
      return content;
    },
    end,
  };

  function end(): void {
    within(farewellMs, socket, client.end())
      .catch(() => undefined)
      .finally(() => socket.destroy());
  }
}

/** SSH_FX_NO_SUCH_FILE. */
const noSuchFile = 2;

const fault = (code: string): Error => Object.assign(new Error(code), { code });

const readKey = (file: string): Promise<Buffer> =>
  readFile(file).catch(() => {
    throw fault('key_file_unreadable');
  });

/** The work's end, or after so many milliseconds the line's. */
async function within<T>(ms: number, socket: Socket, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(fault('timeout'));
      socket.destroy();
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
