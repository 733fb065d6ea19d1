import { signatureHeader, signatureOf } from '../../integrations/sandbox/signature';
import type { Mailbox } from './mailbox';
import type { CallbackState, Message } from './message';

/** After how long a vendor reports, and how long it waits between tries when nobody listens. Milliseconds. */
export interface Pace {
  readonly accepted: number;
  readonly delivered: number;
  readonly retries: readonly number[];
}

export const vendorPace: Pace = { accepted: 150, delivered: 450, retries: [500, 1000, 2000, 5000, 10_000, 20_000] };

const atOnce = 40;
const answerMs = 5000;
/** What is older was given up before the process ended. */
const worthResuming = 60 * 60_000;

export interface Callbacks {
  /** Reports "accepted", then "delivered": once, or twice each. */
  report(message: Message, how?: { readonly lateMs?: number; readonly twice?: boolean }): void;
  close(): void;
}

/** Calls back for messages of the `lookup` mode, signed, and takes up what an earlier process owed. */
export function startCallbacks(mailbox: Mailbox, secret: string, pace: Pace): Callbacks {
  const timers = new Set<NodeJS.Timeout>();
  const queue: (() => Promise<void>)[] = [];
  let running = 0;
  let closed = false;

  const owed = (message: Message) => message.mode === 'lookup' && message.callbackUrl && !message.silent;
  for (const message of mailbox.messages())
    if (owed(message) && message.at > Date.now() - worthResuming) report(message);

  function report(message: Message, { lateMs = 0, twice = false } = {}): void {
    if (!owed(message)) return;
    for (const state of ['accepted', 'delivered'] as const) {
      if (mailbox.wasTold(message.id, state)) continue;
      for (let times = 0; times < (twice ? 2 : 1); times++) later(pace[state] + lateMs, () => tell(message, state, 0));
    }
  }

  async function tell(message: Message, state: CallbackState, tries: number): Promise<void> {
    const heard = await post(message, state);
    if (closed) return undefined;
    if (heard) return mailbox.told(message.id, state);
    const wait = pace.retries[tries];
    if (wait !== undefined) later(wait, () => tell(message, state, tries + 1));
  }

  async function post({ id, key, channel, callbackUrl = '' }: Message, state: CallbackState): Promise<boolean> {
    const body = JSON.stringify({ id, key, channel, state });
    const headers = {
      'content-type': 'application/json',
      [signatureHeader]: signatureOf(secret, body, Date.now()),
    };
    try {
      const signal = AbortSignal.timeout(answerMs);
      const answer = await fetch(callbackUrl, { method: 'POST', redirect: 'manual', headers, body, signal });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false; // nobody listens yet: tried again
    }
  }

  function later(ms: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      queue.push(work);
      drain();
    }, ms);
    timers.add(timer);
  }

  function drain(): void {
    for (let work = next(); work; work = next()) {
      running++;
      void work()
        .catch((error: unknown) => console.error('a callback could not be recorded', error))
        .finally(() => {
          running--;
          drain();
        });
    }
  }

  function next(): (() => Promise<void>) | undefined {
    return closed || running >= atOnce ? undefined : queue.shift();
  }

  return {
    report,
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      queue.length = 0;
    },
  };
}
