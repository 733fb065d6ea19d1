import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../dev/stack/folders';
import { anyStackPort } from '../../dev/stack/ports';

/**
 * How long `npm start` takes until "Kept is ready" and what it holds resident: the first start in an empty state folder (packages
 * and one-time builds are there already), then warm ones. Aims: warm ≤ 12 s, first ≤ 90 s, ≤ 1.5 GB on 2 cores.
 */
const warmRuns = 3;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kept-bench-start-'));
  chmodSync(folder, 0o711);
  try {
    const rows: { start: string; seconds: number; residentMb: number }[] = [];
    for (let run = 0; run <= warmRuns; run += 1) {
      const measured = await startOnce(folder);
      rows.push({ start: run === 0 ? 'first' : `warm ${run}`, ...measured });
    }
    console.table(rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<{ seconds: number; residentMb: number }> {
  const port = await anyStackPort();
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(root, 'dev/bootstrap/start.mjs'), '--port', String(port), '--quiet'],
    {
      env: { ...process.env, KEPT_STATE_FOLDER: folder, KEPT_STARTED_BY: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Kept is ready')) resolve();
    });
    void ended.then(() => reject(new Error(`the start ended: ${said}`)));
  });
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const { pids } = JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8')) as { pids: Record<string, number> };
  const residentMb = Math.round(residentKb(Object.values(pids)) / 1024);
  child.kill('SIGTERM');
  await ended;
  return { seconds, residentMb };
}

/** Of these processes and all below them; pages that several share count once each (proportional set size). */
function residentKb(pids: readonly number[]): number {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = parentOf(Number(entry));
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const all = new Set<number>();
  const add = (pid: number): void => {
    if (all.has(pid)) return;
    all.add(pid);
    for (const child of children.get(pid) ?? []) add(child);
  };
  pids.forEach(add);
  return [...all].reduce((sum, pid) => sum + proportionalKb(pid), 0);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined; // it has ended meanwhile
  }
}

function proportionalKb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
