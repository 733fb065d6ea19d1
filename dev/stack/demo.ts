import type { Instant } from '../../domain/time/instant';
import type { StateFolder } from './folders';
import { lastLines } from './log-file';
import { type Login, loginsIn } from './logins';
import { readOwnerFile, writeOwnerFile } from './owner-file';
import type { Processes } from './processes';
import { askedToEnd, runProgram } from './program';
import { Stopped } from './stopped';

/** What the first start decided, and every later one keeps to. */
type Seeded = { readonly kind: 'demo'; readonly logins: readonly Login[] } | { readonly kind: 'empty' };

/** `past` and `today` make the full practice in two steps, `small` the one that journeys and tests stand on. */
export type DemoPart = 'small' | 'past' | 'today';

export interface DemoRun {
  readonly part: DemoPart;
  /** When it is: every part of one start is of the same day. */
  readonly at: Instant;
  readonly program: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly log: string;
}

export interface DemoCall extends DemoRun {
  /** No demo practice is wanted. */
  readonly empty: boolean;
}

/**
 * Brings the demo practice into the database, once.
 * @returns its sign-ins; none in an empty deployment
 */
export async function seedDemo(
  state: StateFolder,
  call: DemoCall,
  processes: Processes,
  say: { progress(line: string): void; warn(line: string): void },
): Promise<readonly Login[]> {
  const before = readOwnerFile(state.seeded) as Seeded | undefined;
  if (before?.kind === 'demo' && call.empty)
    say.warn('the demo practice is there already: --fresh --empty begins without it');
  if (before?.kind === 'empty' && !call.empty)
    say.warn('this deployment was begun empty: --fresh brings the demo practice');
  if (before) return before.kind === 'demo' ? before.logins : [];
  if (!call.empty) writeOwnerFile(state.seeding, {});
  const logins = call.empty ? [] : await runDemo(call, processes);
  writeOwnerFile(state.seeded, call.empty ? { kind: 'empty' } : { kind: 'demo', logins });
  if (!call.empty) say.progress('the demo practice is there');
  return logins;
}

/** @throws Stopped with the end of its log */
export async function runDemo(call: DemoRun, processes: Processes): Promise<readonly Login[]> {
  const program = {
    name: 'demo',
    command: process.execPath,
    args: [call.program, call.part, String(call.at)],
    environment: call.environment,
    folder: call.folder,
    log: call.log,
    ending: askedToEnd,
  };
  const { code, printed } = await runProgram(program, processes);
  if (code !== 0) {
    throw new Stopped(`the demo practice could not be made (exit ${code}); the end of ${call.log}:\n${lastLines(call.log)}
Begin again with --fresh, or without it: --fresh --empty`);
  }
  return loginsIn(printed);
}
