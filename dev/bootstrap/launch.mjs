import { spawn } from 'node:child_process';
import path from 'node:path';
import { ancestors } from './ancestors.mjs';
import { build, isBuilt } from './build.mjs';
import { root, stateFolder } from './folders.mjs';
import { alone } from './lock.mjs';
import { findNode } from './node.mjs';
import { installPackages, packagesAreInstalled } from './packages.mjs';
import { checkPlatform } from './platform.mjs';
import { ended } from './run.mjs';

/**
 * Brings what is missing, then runs `dist/<program>` with these arguments to its end under a Node that is new enough.
 * @param say where progress goes; silent when nothing has to be done
 * @returns the program's exit code
 */
export async function launch(program, args, { say, env = {}, lenient = false }) {
  checkPlatform();
  const node = await findNode(say);
  const inherited = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
  if (!packagesAreInstalled(node) || !isBuilt()) {
    await alone(path.join(stateFolder, 'bootstrap.lock'), say, async () => {
      await installPackages(node, inherited, say);
      await build(node, inherited, say, { lenient });
    });
  }
  return run(node, [path.join(root, 'dist', program), ...args], {
    ...inherited,
    ...env,
    KEPT_STARTED_BY: [...ancestors(), ...(process.env.KEPT_STARTED_BY ?? '').split(',')].filter(Boolean).join(','),
  });
}

/** Stands in for the program: passes signals on, and ends as it ends. */
async function run(node, args, env) {
  const child = spawn(node, ['--enable-source-maps', ...args], { env, stdio: 'inherit' });
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  const code = await ended(child);
  for (const signal of signals) process.off(signal, pass);
  return code;
}

/** Progress as lines of their own; on standard error where standard output belongs to the program. */
export const sayOn = (stream) => (line) => stream.write(`Kept: ${line}\n`);
