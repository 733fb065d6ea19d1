import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { lastLines } from './log-file';
import { readIfThere } from './owner-file';
import type { Processes } from './processes';
import { askedToEnd, runProgram } from './program';
import { temporalVersion } from './temporal-version';

/** At most so many packages are compiled; fewer where Go has compiled some of them before. */
const packages = 1300;
const betweenMs = 10_000;

export interface Build {
  readonly go: string;
  /** Where the command line shall be. */
  readonly target: string;
  readonly log: string;
  readonly processes: Processes;
  say(line: string): void;
}

/** The Go command, where it usually is. */
export const goCommand = (path = process.env['PATH'] ?? ''): string | undefined =>
  [...path.split(delimiter), '/usr/local/go/bin', '/usr/lib/go/bin']
    .map((folder) => join(folder, 'go'))
    .find((file) => existsSync(file) && spawnSync(file, ['version']).status === 0);

/**
 * Builds the Temporal command line from its source, once per machine: some five minutes on two cores.
 * @returns why not, when it failed
 */
export async function buildTemporal(build: Build): Promise<string | undefined> {
  const folder = `${dirname(build.target)}.build-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  rmSync(build.log, { force: true });
  build.say(`building Temporal ${temporalVersion} from source with Go: once, about five minutes`);
  const progress = setInterval(() => build.say(`building Temporal: ${progressIn(build.log)}`), betweenMs);
  try {
    const program = {
      name: 'temporal-build',
      command: build.go,
      args: ['install', '-v', `github.com/temporalio/cli/cmd/temporal@v${temporalVersion}`],
      environment: { ...process.env, GOBIN: folder },
      folder,
      log: build.log,
      ending: askedToEnd,
    };
    const { code } = await runProgram(program, build.processes);
    if (code !== 0) return `go install ended with ${code}:\n${lastLines(build.log, 5)}`;
    mkdirSync(dirname(build.target), { recursive: true });
    renameSync(join(folder, 'temporal'), build.target);
    return undefined;
  } finally {
    clearInterval(progress);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each line but the messages of the module downloads is a package. */
function progressIn(log: string): string {
  const lines = (readIfThere(log) ?? '').split('\n').filter((line) => /^[a-z]/.test(line) && !line.startsWith('go: '));
  return `${lines.length} of at most ${packages} packages`;
}
