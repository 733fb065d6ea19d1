import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root, stateFolder } from './folders.mjs';
import { npmCommand } from './npm.mjs';
import { runLogged } from './run.mjs';
import { Stopped } from './stopped.mjs';

const stampFile = path.join(root, 'node_modules/.kept-installed');

/** Installs exactly what the lock file says, unless the stamp in node_modules shows that this was done. */
export async function installPackages(node, env, say) {
  if (packagesAreInstalled(node)) return;
  say('installing packages as the lock file says (once, a minute or so)');
  const started = Date.now();
  const [command, ...first] = npmCommand(node);
  // NODE_ENV=production or omit=dev would leave out what compiles and tests Kept
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const { code, tail } = await runLogged(command, args, {
    log: path.join(stateFolder, 'logs/install.log'),
    cwd: root,
    env,
  });
  if (code !== 0) throw new Stopped(`npm ci failed; is the package registry reachable?\n${tail}`);
  fs.writeFileSync(stampFile, stamp(node));
  say(`packages are there (${Math.round((Date.now() - started) / 1000)} s)`);
}

/** Whether node_modules holds what the lock file says, for this machine and this Node. */
export const packagesAreInstalled = (node) =>
  fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp(node);

function stamp(node) {
  const lock = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const major = node === process.execPath ? process.versions.node.split('.')[0] : '24';
  return `${lock} node ${major} ${process.platform}-${process.arch}\n`;
}
