import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder, root, stateFolder } from './folders.mjs';
import { npmCommand } from './npm.mjs';
import { isNodeOld } from './platform.mjs';
import { runLogged } from './run.mjs';
import { Stopped } from './stopped.mjs';

const version = '24.21.0';
const home = path.join(cacheFolder, `node-${version}`);
const binary = path.join(home, 'node_modules/.bin/node');

/**
 * The Node that runs everything after the bootstrap: this one when it is new enough, else one from a package, brought
 * once into the user's cache. The lock file beside `node/package.json` pins its digest.
 * @returns absolute path
 */
export async function findNode(say) {
  if (!isNodeOld) return process.execPath;
  if (!works(binary)) await bring(say);
  return binary;
}

async function bring(say) {
  say(`this Node is ${process.versions.node}: bringing Node ${version} (once, 190 MB)`);
  const fresh = `${home}.${process.pid}`;
  fs.rmSync(fresh, { recursive: true, force: true });
  fs.mkdirSync(cacheFolder, { recursive: true });
  fs.cpSync(path.join(root, 'dev/bootstrap/node'), fresh, { recursive: true });
  const [command, ...first] = npmCommand(process.execPath);
  const { code, tail } = await runLogged(command, [...first, 'ci', '--prefix', fresh, '--ignore-scripts'], {
    log: path.join(stateFolder, 'logs/node.log'),
    cwd: fresh,
    env: process.env,
  });
  const arrived = code === 0 && works(path.join(fresh, 'node_modules/.bin/node'));
  if (arrived) {
    fs.rmSync(home, { recursive: true, force: true });
    fs.renameSync(fresh, home);
    return;
  }
  fs.rmSync(fresh, { recursive: true, force: true });
  throw new Stopped(`Node ${version} could not be brought; install Node 22 or newer, then run this again.\n${tail}`);
}

function works(file) {
  return spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`;
}
