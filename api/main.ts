import http from 'node:http';
import path from 'node:path';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { openDatabase } from '../domain/database/database';
import { notifier } from '../domain/database/notify';
import { SchemaMismatch, assertCompatible } from '../domain/database/parity';
import { apiSettings } from '../domain/process-settings';
import { SettingsError, readSettings } from '../domain/settings';
import { servePrivately } from '../integrations/health/private-server';
import { lastWords } from '../integrations/log/last-words';
import { errorFields, openLog } from '../integrations/log/logger';
import { messagePortsFrom, sandboxUrlOf } from '../integrations/message-ports-from';
import { storageFrom } from '../integrations/storage/storage-from';
import { createApi } from './app';
import { apiHealth } from './health';
import { openHub } from './live/hub';

/** The Express process: composition root. */
async function main(): Promise<void> {
  const settings = readSettings(process.env, apiSettings);
  const log = openLog({ name: 'api', level: settings.KEPT_LOG_LEVEL });
  lastWords(log);
  // what the settings name is looked at before anything is opened
  const ports = messagePortsFrom(settings);
  const storage = storageFrom(settings);
  const outbox = notifier(settings.KEPT_DATABASE_URL, 'kept_outbox');
  const database = openDatabase({
    url: settings.KEPT_DATABASE_URL,
    name: 'kept api',
    poolSize: 20,
    answerMs: 20_000,
    afterTelling: outbox.poke,
  });
  const top = path.join(__dirname, '../..');
  await assertCompatible(database, path.join(top, 'migrations'));
  const hub = openHub(settings.KEPT_DATABASE_URL, log);
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const requestSeconds = new Histogram({
    name: 'kept_request_seconds',
    help: 'Seconds per request by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [metrics],
  });

  const migrations = path.join(top, 'migrations');
  const health = apiHealth({ database, migrations, storage, ports, temporalAddress: settings.KEPT_TEMPORAL_ADDRESS });
  const api = createApi({
    database,
    hub,
    log,
    ports,
    storage,
    requestSeconds,
    linkKeys: settings.KEPT_LINK_KEYS,
    system: {
      mode: settings.KEPT_MODE,
      parts: async () => [...(await health.ready()), ...(await health.others())],
      sandboxUrl: sandboxUrlOf(settings),
    },
    origins: { staff: settings.KEPT_STAFF_ORIGIN, portal: settings.KEPT_PORTAL_ORIGIN },
    pages: { staff: path.join(top, 'dist/browser/admin'), portal: path.join(top, 'dist/browser/portal') },
    proxies: settings.KEPT_PROXIES,
  });
  const servers = [
    await listenOn(http.createServer(api.staff), settings.KEPT_STAFF_PORT),
    await listenOn(http.createServer(api.portal), settings.KEPT_PORTAL_PORT),
  ];
  const own = await servePrivately({
    host: settings.KEPT_PRIVATE_HOST,
    port: settings.KEPT_API_PRIVATE_PORT,
    metrics,
    ...health,
  });
  log.info('started', { port: settings.KEPT_STAFF_PORT });

  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    log.info('ending', { signal });
    void stop();
  };
  const stop = async () => {
    const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
    await hub.close(); // ends the open streams, which would otherwise hold the servers
    servers.forEach((server) => server.closeIdleConnections());
    const hurry = setTimeout(
      () => servers.forEach((server) => server.closeAllConnections()),
      settings.KEPT_SHUTDOWN_SECONDS * 1000,
    );
    await Promise.all(closed);
    clearTimeout(hurry);
    await own.close();
    await outbox.close();
    await database.close();
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

function listenOn(server: http.Server, port: number): Promise<http.Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}

main().catch((error: unknown) => {
  const line =
    error instanceof SettingsError || error instanceof SchemaMismatch
      ? error.message
      : JSON.stringify({ event: 'start.failed', ...errorFields(error) });
  process.stderr.write(`api: ${line}\n`);
  process.exit(1);
});
