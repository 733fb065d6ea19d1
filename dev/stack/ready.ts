import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from './log-file';
import type { Processes } from './processes';
import { Stopped } from './stopped';
import type { Supervised } from './supervise';

const answerMs = 2000;

interface Waiting {
  readonly name: string;
  readonly log: string;
  readonly withinMs: number;
  /** What the person can do when it does not come up. */
  readonly remedy: string;
}

/**
 * Waits until `isReady`, at most `withinMs`.
 * @throws Stopped with the last lines of its log when it ends or takes too long
 */
export async function waitFor(
  isReady: () => Promise<boolean>,
  program: Supervised,
  processes: Processes,
  waiting: Waiting,
): Promise<void> {
  let ended: string | undefined;
  void program.firstEnd.then((how) => (ended = how));
  for (const until = Date.now() + waiting.withinMs; Date.now() < until; await sleep(40)) {
    if (processes.ending.aborted) throw new Stopped(`${waiting.name} was told to end`);
    if (ended !== undefined) throw notReady(waiting, `ended at once (${ended})`);
    if (await isReady()) return;
  }
  throw notReady(waiting, `was not ready within ${waiting.withinMs / 1000} s`);
}

/** `GET url` answers 200. */
export async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(answerMs) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false; // not listening yet, or too busy: asked again
  }
}

/** Somebody who speaks SSH listens there. */
export function greetsAsSsh(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: answerMs });
    socket.once('data', (greeting: Buffer) => {
      resolve(greeting.toString('latin1').startsWith('SSH-'));
      socket.destroy();
    });
    socket.once('timeout', () => socket.destroy());
    socket.once('error', () => {}); // not listening yet: asked again
    socket.once('close', () => resolve(false));
  });
}

function notReady(waiting: Waiting, what: string): Stopped {
  const lines = lastLines(waiting.log);
  const shown = lines ? `the end of ${waiting.log}:\n${lines.replaceAll(/^/gm, '  | ')}` : `${waiting.log} is empty`;
  return new Stopped(`${waiting.name} ${what}; ${shown}\n${waiting.remedy}`);
}
