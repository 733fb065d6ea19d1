import { chmodSync, existsSync, mkdirSync, rmSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The clone, seen from the source and from what it is compiled to. */
export const root = above(__dirname);

function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder));
}

/** Where one embedded stack keeps everything. */
export interface StateFolder {
  readonly folder: string;
  /** One log per process. */
  readonly logs: string;
  /** The file store. */
  readonly files: string;
  /** Postgres' data, or a link to it where an unprivileged user could not enter this folder. */
  readonly postgres: string;
  readonly temporal: string;
  readonly sandbox: string;
  /** What the payer simulator keeps, its host key too. */
  readonly payer: string;
  /** Passwords and keys, for the owner's eyes. */
  readonly secrets: string;
  /** Who has the stack: at most one at a time. */
  readonly lock: string;
  /** Every process that was started, so that a later start can end what is left of a killed one. */
  readonly processes: string;
  /** For scripts: addresses, process ids, sign-ins. There while the stack is ready. */
  readonly run: string;
  /** For the operator's command line: the settings that the processes were given. */
  readonly environment: string;
  /** Says that the demo practice is being made. */
  readonly seeding: string;
  /** Says that the demo practice is there, or that none is wanted. */
  readonly seeded: string;
}

export function stateFolder(environment: Environment = process.env): StateFolder {
  const folder = resolve(environment['KEPT_STATE_FOLDER'] || join(root, '.kept'));
  const at = (name: string) => join(folder, name);
  return {
    folder,
    logs: at('logs'),
    files: at('files'),
    postgres: at('postgres'),
    temporal: at('temporal'),
    sandbox: at('sandbox'),
    payer: at('payer'),
    secrets: at('secrets.json'),
    lock: at('stack.lock'),
    processes: at('processes.json'),
    run: at('run.json'),
    environment: at('environment.json'),
    seeding: at('seeding.json'),
    seeded: at('seeded.json'),
  };
}

/** What is brought once per user and shared by all clones. */
export const cacheFolder = (environment: Environment = process.env): string =>
  join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'kept');

/** Others may pass through (an unprivileged Postgres has its data below), not look around. */
export function makeStateFolder(state: StateFolder): void {
  mkdirSync(state.folder, { recursive: true });
  chmodSync(state.folder, 0o711);
  for (const folder of [state.logs, state.files, state.temporal, state.sandbox, state.payer]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
}

/** Forgets everything but the lock, which the caller holds, and the logs of the bootstrap. */
export function emptyStateFolder(state: StateFolder): void {
  const staying = new Set([state.lock, state.logs]);
  for (const name of readdirSync(state.folder)) {
    const entry = join(state.folder, name);
    if (!staying.has(entry)) rmSync(entry, { recursive: true, force: true });
  }
}
