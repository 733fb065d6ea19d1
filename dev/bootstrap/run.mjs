import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Runs a program to its end with its output in `log`.
 * @returns its exit code and the last lines of its output, for the person when it failed
 */
export async function runLogged(command, args, { log, cwd, env }) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const output = fs.openSync(log, 'w');
  try {
    const code = await ended(spawn(command, args, { cwd, env, stdio: ['ignore', output, output] }));
    return { code, tail: fs.readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n') };
  } finally {
    fs.closeSync(output);
  }
}

/** The exit code of a process; one that a signal ended counts as the shell counts it. */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (os.constants.signals[signal] ?? 0)));
  });
}
