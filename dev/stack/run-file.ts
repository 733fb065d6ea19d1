import type { KeptSettings } from './environment';
import type { Login } from './logins';
import type { Ports } from './ports';

/** `.kept/run.json`: what scripts need to use a stack that runs. Its `pids` change when a process is started again. */
export interface RunFile {
  readonly consoleUrl: string;
  readonly portalUrl: string;
  readonly apiUrl: string;
  readonly apiDocsUrl: string;
  readonly sandboxUrl: string;
  /** The payer simulator: claims go there, answers come from there. */
  readonly payerUrl: string;
  readonly temporalAddress: string;
  /** Undefined without Temporal's own page. */
  readonly temporalUiUrl?: string;
  /** As the api connects: under row-level security. */
  readonly databaseUrl: string;
  readonly startedAt: string;
  readonly pids: Readonly<Record<string, number>>;
  readonly logins: readonly Login[];
}

export function runFile(call: {
  readonly settings: KeptSettings;
  readonly ports: Ports;
  readonly ui: boolean;
  readonly startedAt: Date;
  readonly logins: readonly Login[];
}): Omit<RunFile, 'pids'> {
  const consoleUrl = `http://localhost:${call.ports.console}`;
  return {
    consoleUrl,
    portalUrl: `http://localhost:${call.ports.portal}`,
    apiUrl: `${consoleUrl}/api`,
    apiDocsUrl: `${consoleUrl}/api/docs`,
    sandboxUrl: `http://localhost:${call.ports.sandbox}`,
    payerUrl: `sftp://kept@localhost:${call.ports.payer}`,
    temporalAddress: call.settings.KEPT_TEMPORAL_ADDRESS ?? '',
    ...(call.ui ? { temporalUiUrl: `http://localhost:${call.ports.temporalUi}` } : {}),
    databaseUrl: call.settings.KEPT_DATABASE_URL ?? '',
    startedAt: call.startedAt.toISOString(),
    logins: call.logins,
  };
}
