import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../stack/folders';
import { readIfThere } from '../stack/owner-file';
import type { Ending, Processes } from '../stack/processes';
import { exitCode } from '../stack/program';
import { Stopped } from '../stack/stopped';
import { countJest, jestArguments } from './jest-suite';
import { countPlaywright, playwrightArguments } from './playwright-suite';
import { type SuiteName, suites } from './suites';
import type { Tally } from './tally';

export interface SuiteCall {
  readonly paths: readonly string[];
  /** What the services say to tests. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where tools write their reports. */
  readonly folder: string;
  readonly temporary: string;
  readonly processes: Processes;
}

/** As Ctrl-C: the tools then end their workers, and those the stacks and browsers that they started. */
const interrupted: Ending = { signal: 'SIGINT', graceMs: 30_000, last: false };

/** Runs one suite to its end; its output goes to ours. */
export async function runSuite(name: SuiteName, call: SuiteCall): Promise<Tally> {
  const suite = suites[name];
  const report = join(call.folder, `${name}.json`);
  switch (suite.kind) {
    case 'check': {
      const codes: number[] = [];
      for (const command of suite.commands) codes.push(await runTool(command, call));
      const passed = codes.filter((code) => code === 0).length;
      return { passed, failed: codes.length - passed, notes: [] };
    }
    case 'jest': {
      const code = await runTool(jestArguments(name, report, call.paths), call);
      return countJest(readIfThere(report), code);
    }
    case 'playwright': {
      const code = await runTool(playwrightArguments(name, suite.workers, call.paths), call, {
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      });
      return countPlaywright(readIfThere(report), code);
    }
  }
}

async function runTool(
  command: readonly string[],
  call: SuiteCall,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  if (call.processes.ending.aborted) throw new Stopped('the run is ending');
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, TMPDIR: call.temporary, ...call.environment, ...more },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  call.processes.add(command[0] ?? '', pid, interrupted);
  const code = await exitCode(child);
  call.processes.remove(pid);
  return code;
}
