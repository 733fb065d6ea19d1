import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** Between a client and Postgres: passes everything on until it is told to cut. */
export interface CuttingProxy {
  readonly url: string;
  /**
   * Cuts the connection that next says `word`: `before` the server hears it, or `after` the server has answered. By a reset or a quiet end.
   */
  cutAt(word: string, when: 'before' | 'after', how: 'reset' | 'end'): void;
  close(): Promise<void>;
}

interface Cut {
  readonly word: string;
  readonly when: 'before' | 'after';
  readonly how: 'reset' | 'end';
}

export async function aCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let cut: Cut | undefined;
  const server = createServer((client) => {
    const postgres = connect(Number(port), hostname);
    let dead: Cut['how'] | undefined;
    for (const socket of [client, postgres]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        postgres.destroy();
      });
    }
    client.on('data', (bytes) => {
      if (!cut || !bytes.includes(`${cut.word}\0`)) {
        postgres.write(bytes);
        return;
      }
      dead = cut.how;
      if (cut.when === 'after') postgres.write(bytes);
      else hangUp(client, dead);
      cut = undefined;
    });
    postgres.on('data', (bytes) => {
      if (dead) hangUp(client, dead);
      else client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cutAt: (word, when, how) => {
      cut = { word, when, how };
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function hangUp(client: Socket, how: Cut['how']): void {
  if (how === 'reset') client.resetAndDestroy();
  else client.end();
}
