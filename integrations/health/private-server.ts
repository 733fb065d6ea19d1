import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Registry } from 'prom-client';
import { type PartHealth, overall } from './health';

export interface PrivateServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface PrivateOptions {
  readonly host: string;
  readonly port: number;
  readonly metrics: Registry;
  /** Parts without which this process can do nothing: readiness. */
  ready(): Promise<readonly PartHealth[]>;
  /** Everything else that it works with: shown as degraded, never in readiness. */
  others(): Promise<readonly PartHealth[]>;
}

/** `/livez`, `/readyz`, `/health` and `/metrics` of one process, on loopback or a private network only. */
export async function servePrivately(options: PrivateOptions): Promise<PrivateServer> {
  const server = http.createServer((request, response) => {
    void answer(options, request.url ?? '').then(({ status, type, body }) => {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
      response.end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(options: PrivateOptions, url: string): Promise<{ status: number; type: string; body: string }> {
  const json = (status: number, value: unknown) => ({
    status,
    type: 'application/json',
    body: `${JSON.stringify(value)}\n`,
  });
  if (url === '/livez') return json(200, { alive: true });
  if (url === '/readyz') {
    const parts = await options.ready();
    const ready = parts.every((part) => part.state === 'up');
    return json(ready ? 200 : 503, { ready, parts });
  }
  if (url === '/health') {
    const [vital, others] = await Promise.all([options.ready(), options.others()]);
    const parts = [...vital, ...others];
    return json(200, {
      state: overall(
        parts,
        vital.map((part) => part.name),
      ),
      parts,
    });
  }
  if (url === '/metrics')
    return { status: 200, type: options.metrics.contentType, body: await options.metrics.metrics() };
  return json(404, { code: 'not_found' });
}
