import { Stopped } from './stopped.mjs';

const oldest = 22;
export const nodeMajor = Number(process.versions.node.split('.')[0]);
export const isNodeOld = nodeMajor < oldest;

/** Says in one line what a machine lacks that Kept cannot bring by itself. */
export function checkPlatform({ platform = process.platform, glibc = glibcVersion(), old = isNodeOld } = {}) {
  if (platform === 'linux' && glibc) return;
  if (platform === 'linux') {
    throw new Stopped('this Linux has no glibc (Alpine?): run Kept on Debian, Ubuntu, Fedora or another glibc Linux.');
  }
  if (platform === 'darwin' && !old) return;
  if (platform === 'darwin') {
    throw new Stopped(`Node ${process.versions.node} is too old: install Node 24 (nodejs.org), then run this again.`);
  }
  throw new Stopped('Kept runs on Linux and macOS; on Windows use a Linux distribution under WSL 2.');
}

function glibcVersion() {
  return process.platform === 'linux' ? process.report?.getReport().header.glibcVersionRuntime : undefined;
}
