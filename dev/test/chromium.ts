import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { lastLines } from '../stack/log-file';
import { askedToEnd, runProgram } from '../stack/program';
import { Stopped } from '../stack/stopped';
import type { RunFolder } from './run-folder';

type Environment = Readonly<Record<string, string | undefined>>;

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/** What the browser tests' own tool may have downloaded for another project. */
const downloaded = '.cache/ms-playwright/chromium-*/chrome-linux*/chrome';

/**
 * A Chromium that runs here: the one that `KEPT_CHROMIUM` names, an installed one, or Debian's package where we may install it.
 * @throws Stopped saying how to bring one
 */
export async function findChromium(
  environment: Environment,
  run: RunFolder,
  say: (line: string) => void,
): Promise<string> {
  const named = environment['KEPT_CHROMIUM'];
  if (named && !runs(named)) throw new Stopped(`KEPT_CHROMIUM names ${named}, which does not run`);
  const found = named ?? installed(environment);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installPackage(run, say);
  const brought = installed(environment);
  if (brought) return brought;
  throw new Stopped(
    'journeys need a browser: install Chromium (Debian: apt-get install chromium), or set KEPT_CHROMIUM to one',
  );
}

function installed(environment: Environment): string | undefined {
  const folders = [...(environment['PATH'] ?? '').split(delimiter).filter(Boolean), ...places];
  const candidates = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...applications,
    ...globSync(downloaded, { cwd: homedir() }).map((file) => join(homedir(), file)),
  ];
  return candidates.find((file) => existsSync(file) && runs(file));
}

/** A name alone proves little: some distributions put a note there that says where the browser went. */
const runs = (file: string) => spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;

async function installPackage(run: RunFolder, say: (line: string) => void): Promise<void> {
  say("installing Chromium from Debian's packages (once)");
  const log = join(run.folder, 'chromium.log');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const program = {
      name: 'apt-get',
      command: 'apt-get',
      args,
      environment: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      folder: '/',
      log,
      ending: { ...askedToEnd, graceMs: 30_000 },
    };
    const { code } = await runProgram(program, run.processes);
    if (code !== 0) say(`apt-get ${args[0]} ended with ${code}: ${lastLines(log, 3)}`);
  }
}
