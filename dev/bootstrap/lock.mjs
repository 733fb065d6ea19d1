import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stopped } from './stopped.mjs';

const longest = 15 * 60_000;

/** Runs `work` while no other bootstrap does the same here: two commands must not install or compile at once. */
export async function alone(file, say, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const until = Date.now() + longest;
  for (let said = false; !take(file); said = true) {
    const holder = Number(read(file));
    if (holder && !isAlive(holder)) {
      fs.rmSync(file, { force: true });
      continue;
    }
    if (!said) say(`waiting for another Kept command (process ${holder}) to finish installing`);
    if (Date.now() > until) throw new Stopped(`process ${holder} still holds ${file}: end it, then run this again.`);
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
