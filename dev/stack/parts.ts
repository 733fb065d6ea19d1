import { join } from 'node:path';
import type { Program } from './program';
import { answersOk, greetsAsSsh } from './ready';

type Environment = Readonly<Record<string, string | undefined>>;

/** A process of Kept that says when it is ready. */
export interface Part {
  readonly program: Program;
  isReady(): Promise<boolean>;
}

export interface PartsCall {
  readonly root: string;
  readonly logs: string;
  readonly environment: Environment;
}

export const sandboxPart = (call: PartsCall, port: number, folder: string): Part =>
  part(call, 'sandbox', 'dev/sandbox/main.js', port, { KEPT_SANDBOX_PORT: String(port), KEPT_SANDBOX_FOLDER: folder });

/** Its port speaks SSH. */
export const payerPart = (call: PartsCall, port: number, folder: string): Part => ({
  ...part(call, 'payer', 'dev/payer/main.js', port, { KEPT_PAYER_PORT: String(port), KEPT_PAYER_FOLDER: folder }),
  isReady: () => greetsAsSsh(port),
});

export const apiPart = (call: PartsCall, port: number): Part => part(call, 'api', 'api/main.js', port);

export const workerPart = (call: PartsCall, port: number): Part => part(call, 'worker', 'worker/main.js', port);

function part(call: PartsCall, name: string, file: string, port: number, more: Environment = {}): Part {
  return {
    isReady: () => answersOk(`http://127.0.0.1:${port}/readyz`),
    program: {
      name,
      command: process.execPath,
      args: ['--enable-source-maps', join(call.root, 'dist', file)],
      environment: { ...call.environment, ...more },
      folder: call.root,
      log: join(call.logs, `${name}.log`),
      ending: { signal: 'SIGTERM', graceMs: graceMs(call.environment), last: false },
    },
  };
}

/** What it gives its own work to finish, and a moment to close. */
const graceMs = (environment: Environment) => (Number(environment['KEPT_SHUTDOWN_SECONDS']) || 5) * 1000 + 3000;
