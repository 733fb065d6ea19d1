import { readFileSync } from 'node:fs';

/** Of Linux; a tick is a hundredth of a second. */
const tickMs = 10;

/** CPU milliseconds that this process (the worker's code runs in it) and the workflow engine have used. */
export function cpuOf(server: number): { readonly worker: number; readonly server: number } {
  const { user, system } = process.cpuUsage();
  const stat = readFileSync(`/proc/${server}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { worker: (user + system) / 1000, server: (Number(fields[11]) + Number(fields[12])) * tickMs };
}

/** What it used while something was done. */
export async function cpuDuring(server: number, work: () => Promise<void>) {
  const before = cpuOf(server);
  await work();
  const after = cpuOf(server);
  return { worker: after.worker - before.worker, server: after.server - before.server };
}
