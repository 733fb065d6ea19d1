import { createHash } from 'node:crypto';
import { openJournal } from './journal';
import type { CallbackState, Channel, Message } from './message';

/** In memory in full. */
const shown = 5000;
/** Keys and digests in memory, and lines in each of two files. */
const remembered = 50_000;

type Line = { readonly message: Message } | { readonly told: string; readonly state: CallbackState };

/** The same words twice on one phone or in one mailbox. */
export interface Doubled {
  readonly times: number;
  readonly channel: Channel;
  readonly to: string;
  readonly body: string;
}

export type Watcher = (message?: Message) => void;

/** Everything that phones and mailboxes got, newest last; it survives the process. */
export interface Mailbox {
  /**
   * Keeps the message, or in `keyed` mode answers with the one that has its key already, among the last 50,000.
   * Settled when a kill cannot lose it any more.
   */
  receive(message: Message): Promise<{ readonly id: string; readonly again: boolean }>;
  ofKey(message: Pick<Message, 'mode' | 'channel' | 'key'>): string | undefined;
  /** The last 5,000, oldest first. */
  messages(): readonly Message[];
  doubled(): readonly Doubled[];
  /** Remembers that a callback arrived. */
  told(id: string, state: CallbackState): Promise<void>;
  wasTold(id: string, state: CallbackState): boolean;
  /** Called with each message that comes, and with nothing when all are forgotten. Answers how to stop. */
  watch(watcher: Watcher): () => void;
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openMailbox(folder: string): Promise<Mailbox> {
  const journal = await openJournal<Line>(folder, remembered);
  const ring: Message[] = [];
  const byKey = new Map<string, string>();
  const writing = new Map<string, Promise<void>>();
  const times = new Map<string, { times: number; last?: Message }>();
  const told = new Set<string>();
  const watchers = new Set<Watcher>();
  for (const line of journal.earlier) {
    if ('message' in line) take(line.message);
    else remember(told, () => told.add(`${line.told} ${line.state}`));
  }

  function take(message: Message): void {
    ring.push(message);
    if (ring.length > shown * 1.1) ring.splice(0, ring.length - shown);
    remember(byKey, () => byKey.set(keyOf(message), message.id));
    const digest = digestOf(message);
    const before = times.get(digest)?.times ?? 0;
    remember(times, () => times.set(digest, before === 0 ? { times: 1 } : { times: before + 1, last: message }));
  }

  return {
    async receive(message) {
      const { id, mode } = message;
      const earlier = mode === 'keyed' ? byKey.get(keyOf(message)) : undefined;
      if (earlier !== undefined) {
        await writing.get(earlier);
        return { id: earlier, again: true };
      }
      take(message); // first, so that another call with the key finds it while the line is being written
      const written = journal.append({ message });
      writing.set(id, written);
      await written.finally(() => writing.delete(id));
      for (const watcher of watchers) watcher(message);
      return { id, again: false };
    },
    ofKey: (message) => byKey.get(keyOf(message)),
    messages: () => ring.slice(-shown),
    doubled: () =>
      [...times.values()].flatMap(({ times, last }) =>
        last ? [{ times, channel: last.channel, to: last.to, body: last.body }] : [],
      ),
    told: async (id, state) => {
      remember(told, () => told.add(`${id} ${state}`));
      await journal.append({ told: id, state });
    },
    wasTold: (id, state) => told.has(`${id} ${state}`),
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    async clear() {
      ring.length = 0;
      for (const index of [byKey, times, told]) index.clear();
      await journal.clear();
      for (const watcher of watchers) watcher();
    },
    close: () => journal.close(),
  };
}

/** Adds to an index and lets go of the oldest where it grows too long: Map and Set keep the order of insertion. */
function remember(index: Map<string, unknown> | Set<string>, add: () => void): void {
  add();
  if (index.size <= remembered) return;
  const oldest = index.keys().next();
  if (!oldest.done) index.delete(oldest.value);
}

const keyOf = ({ mode, channel, key }: Pick<Message, 'mode' | 'channel' | 'key'>) => `${mode} ${channel} ${key}`;

const digestOf = ({ channel, to, body }: Message): string =>
  createHash('sha256')
    .update(JSON.stringify([channel, to, body]))
    .digest('base64');
