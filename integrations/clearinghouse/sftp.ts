import type { ClearinghousePort, FindAnswer, SendAnswer } from '../../domain/clearinghouse/clearinghouse-port';
import { codeOf, isOurs, isThere } from './file-names';
import { type SftpHost, type SftpLine, openLine } from './sftp-line';

export interface SftpFolders extends SftpHost {
  /** Where files go. */
  readonly to: string;
  /** Where answers lie. */
  readonly from: string;
  /** Where the clearinghouse moves what it took; undefined where it does not, or nobody may look. */
  readonly sent?: string;
}

/**
 * A clearinghouse's SFTP server. A file goes as `to/NAME.tmp`, is looked at, and is renamed to `to/NAME`, which never replaces
 * anything. So a `.tmp` that is still there tells for certain that the file never went. A name that is in no folder was taken
 * or never came: only a clearinghouse that keeps what it took in a folder (`sent`) lets us tell which.
 */
export function sftpClearinghouse(place: SftpFolders): ClearinghousePort {
  const { to, from, sent } = place;

  return {
    vendor: 'clearinghouse',
    async send({ name, bytes }, signal): Promise<SendAnswer> {
      if (!isOurs(name)) return { kind: 'refused', code: 'name_malformed' };
      let mayBeThere = false;
      try {
        return await onLine(async (line): Promise<SendAnswer> => {
          if ((await where(line, name)) === 'there') return { kind: 'accepted' };
          await line.put(`${to}/${name}.tmp`, bytes);
          const arrived = await line.stat(`${to}/${name}.tmp`);
          if (arrived?.size !== bytes.length) return { kind: 'not_sent', code: 'cut_short' };
          signal?.throwIfAborted();
          mayBeThere = true;
          return rename(line, name);
        });
      } catch (error) {
        return { kind: mayBeThere ? 'unknown' : 'not_sent', code: signal?.aborted ? 'timeout' : codeOf(error) };
      }
    },
    async find(name): Promise<FindAnswer> {
      try {
        const place = await onLine((line) => where(line, name));
        if (place === 'there') return { kind: 'found' };
        return place === 'never_went' ? { kind: 'absent' } : { kind: 'unknown', code: 'taken_or_never_came' };
      } catch (error) {
        return { kind: 'unknown', code: codeOf(error) };
      }
    },
    async list() {
      try {
        const entries = await onLine((line) => line.list(from));
        const files = entries
          .filter(({ type, name }) => type !== 'd' && type !== 'l' && isThere(name))
          .map(({ name, size, modifyTime }) => ({ name, bytes: size, writtenAt: modifyTime }))
          .toSorted((a, b) => (a.name < b.name ? -1 : 1));
        return { kind: 'listed', files };
      } catch (error) {
        return { kind: 'unavailable', code: codeOf(error) };
      }
    },
    async fetch(name) {
      if (!isThere(name)) return { kind: 'absent' };
      let line: SftpLine | undefined;
      try {
        line = await openLine(place);
        if (await line.stat(`${from}/${name}`)) return { kind: 'found', content: line.read(`${from}/${name}`) };
        line.end();
        return { kind: 'absent' };
      } catch (error) {
        line?.end();
        return { kind: 'unavailable', code: codeOf(error) };
      }
    },
  };

  async function onLine<T>(work: (line: SftpLine) => Promise<T>): Promise<T> {
    const line = await openLine(place);
    try {
      return await work(line);
    } finally {
      line.end();
    }
  }

  /** In this order: a file that is taken between two looks is seen by the second. */
  async function where(line: SftpLine, name: string): Promise<'there' | 'never_went' | 'nowhere'> {
    if (await line.stat(`${to}/${name}`)) return 'there';
    if (sent !== undefined && (await line.stat(`${sent}/${name}`))) return 'there';
    if (await line.stat(`${to}/${name}.tmp`)) return 'never_went';
    // a folder that is not there tells nothing of what is in it
    return sent !== undefined && (await line.stat(sent)) ? 'never_went' : 'nowhere';
  }

  /** A server that says no has not renamed, unless somebody else has meanwhile. */
  async function rename(line: SftpLine, name: string): Promise<SendAnswer> {
    try {
      await line.rename(`${to}/${name}.tmp`, `${to}/${name}`);
      return { kind: 'accepted' };
    } catch (error) {
      if (typeof (error as { code?: unknown }).code !== 'number') throw error;
      const place = await where(line, name);
      if (place === 'there') return { kind: 'accepted' };
      return { kind: place === 'never_went' ? 'not_sent' : 'unknown', code: codeOf(error) };
    }
  }
}
