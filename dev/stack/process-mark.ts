import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readIfThere } from './owner-file';

/** One process and no other: numbers are used again, so the moment it began and what it runs belong to it. */
export interface ProcessMark {
  readonly pid: number;
  /** Boot and clock tick on Linux, a date elsewhere; only compared. */
  readonly began: string;
  readonly command: string;
}

/** The process that has this number now; undefined when there is none, or only its remains (a zombie answers signals). */
export function markOf(pid: number, proc = '/proc'): ProcessMark | undefined {
  return process.platform === 'linux' ? markFromProc(pid, proc) : markFromPs(pid);
}

/** Whether the very process that was marked still runs. One on its way out has no command any more, and still holds its ports. */
export function isRunning(mark: ProcessMark, proc = '/proc'): boolean {
  const now = markOf(mark.pid, proc);
  return now?.began === mark.began && (now.command === mark.command || now.command === '');
}

function markFromProc(pid: number, proc: string): ProcessMark | undefined {
  const stat = readIfThere(`${proc}/${pid}/stat`);
  const command = readIfThere(`${proc}/${pid}/cmdline`);
  if (stat === undefined || command === undefined) return undefined;
  // proc(5): the name, field 2, may hold spaces and brackets; field 3 is the state, field 22 the start in clock ticks
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = readFileSync(`${proc}/sys/kernel/random/boot_id`, 'utf8').trim();
  return { pid, began: `${boot} ${fields[19]}`, command: command.replaceAll('\0', ' ').trim() };
}

function markFromPs(pid: number): ProcessMark | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], { encoding: 'utf8' });
  const [, state = 'Z', began = '', command = ''] =
    /^\s*(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/m.exec(stdout) ?? [];
  return state.startsWith('Z') ? undefined : { pid, began, command };
}
