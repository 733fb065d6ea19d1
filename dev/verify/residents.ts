import { readdirSync } from 'node:fs';
import { readIfThere } from '../stack/owner-file';

export interface Resident {
  readonly pid: number;
  readonly command: string;
  /** Memory that no other process shares, and its part of what is shared, in MB. */
  readonly megabytes: number;
}

/** Every process that has something to do with a folder: it stands in its command, or it is a child of such a process. Linux only. */
export function residentsOf(folder: string): readonly Resident[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => seen(Number(name)));
  const ours = new Set(all.filter((one) => one.command.includes(folder)).map((one) => one.pid));
  for (let grown = true; grown;) {
    const more = all.filter((one) => !ours.has(one.pid) && ours.has(one.parent));
    for (const one of more) ours.add(one.pid);
    grown = more.length > 0;
  }
  return all
    .filter((one) => ours.has(one.pid) && one.pid !== process.pid)
    .map(({ pid, command }) => ({ pid, command, megabytes: proportional(pid) }));
}

function seen(pid: number): readonly { readonly pid: number; readonly command: string; readonly parent: number }[] {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const command = readIfThere(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim();
  if (!stat || !command) return [];
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' ? [] : [{ pid, command, parent: Number(parent) }];
}

/** Proportional set size, so that pages shared by many Postgres processes are counted once. */
function proportional(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`) ?? '') ?? [];
  return Number(kilobytes ?? 0) / 1024;
}
