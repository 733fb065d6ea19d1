import { join } from 'node:path';
import type { Program } from './program';

type Environment = Readonly<Record<string, string | undefined>>;

/** A process of Kept that answers `GET /readyz` on a port of its own. */
export interface Part {
  readonly program: Program;
  readonly readyUrl: string;
}

export interface PartsCall {
  readonly root: string;
  readonly logs: string;
  readonly environment: Environment;
}

export const sandboxPart = (call: PartsCall, port: number, folder: string): Part =>
  part(call, 'sandbox', 'dev/sandbox/main.js', port, { KEPT_SANDBOX_PORT: String(port), KEPT_SANDBOX_FOLDER: folder });

export const apiPart = (call: PartsCall, port: number): Part => part(call, 'api', 'api/main.js', port);

export const workerPart = (call: PartsCall, port: number): Part => part(call, 'worker', 'worker/main.js', port);

function part(call: PartsCall, name: string, file: string, port: number, more: Environment = {}): Part {
  return {
    readyUrl: `http://127.0.0.1:${port}/readyz`,
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
