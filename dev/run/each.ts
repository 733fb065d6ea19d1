import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../stack/folders';
import { exitCode } from '../stack/program';
import { isGood, type Outcome, report } from '../test/tally';

export interface Programs<Name extends string> {
  /** Stands before the last line, so that it is not taken for the tests' own. */
  readonly what: string;
  readonly all: readonly Name[];
  /** The ones to run; all when empty. */
  readonly wanted: readonly string[];
  title(name: Name): string;
  /** Compiled, from the top. */
  program(name: Name): string;
}

/** Runs programs one after the other with our input and output, reports the time of each, and ends this process. */
export async function runEach<Name extends string>(programs: Programs<Name>): Promise<never> {
  const unknown = programs.wanted.filter((name) => !(programs.all as readonly string[]).includes(name));
  if (unknown.length > 0) {
    process.stderr.write(
      `Kept: no ${programs.what} "${unknown.join('", "')}"; there are: ${programs.all.join(', ')}\n`,
    );
    process.exit(2);
  }
  const chosen =
    programs.wanted.length > 0 ? programs.all.filter((name) => programs.wanted.includes(name)) : programs.all;
  const outcomes: Outcome[] = [];
  for (const name of chosen) {
    process.stdout.write(`\n── ${name}: ${programs.title(name)}\n`);
    const began = Date.now();
    const code = await runOne(programs.program(name));
    const good = code === 0;
    const seconds = (Date.now() - began) / 1000;
    outcomes.push({
      suite: name,
      seconds,
      passed: good ? 1 : 0,
      failed: good ? 0 : 1,
      notes: good ? [] : [`exit ${code}`],
    });
  }
  const lines = report(outcomes).split('\n');
  process.stdout.write(`${[...lines.slice(0, -1), `${programs.what}: ${lines.at(-1)}`].join('\n')}\n`);
  process.exit(isGood(outcomes) ? 0 : 1);
}

/** In our own process group: Ctrl-C reaches it, and a SIGTERM is passed on. */
async function runOne(program: string): Promise<number> {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, program)], { cwd: root, stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on('SIGTERM', pass);
  process.on('SIGINT', pass);
  const code = await exitCode(child);
  process.off('SIGTERM', pass);
  process.off('SIGINT', pass);
  if (code === 130 || code === 143) process.exit(code);
  return code;
}
