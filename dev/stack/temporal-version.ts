import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Released binaries and `go install` say the same server version, in different words around it. */
const oldestServer = [1, 29] as const;

/** What Kept builds and downloads. Later versions of the command line cannot be built with `go install`. */
export const temporalVersion = '1.5.1';

/**
 * The server version inside a Temporal command line.
 * @returns undefined when the file does not run or is no Temporal
 */
export async function serverVersion(cli: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(cli, ['--version'], { timeout: 15_000 });
    return /Server (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined; // not there, not executable, not for this machine: in each case not usable
  }
}

export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestServer[0] || (major === oldestServer[0] && minor >= oldestServer[1]);
}
