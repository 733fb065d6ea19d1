import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** The way from a client to Postgres, which can be shut and opened: the database goes away and comes back. */
export interface RoadToPostgres {
  readonly url: string;
  /** Every connection breaks, and nobody gets a new one. */
  shut(): Promise<void>;
  open(): Promise<void>;
  /** Nothing breaks and nothing comes: as when the machine behind the address has vanished. */
  stall(): void;
  close(): Promise<void>;
}

export async function aRoadToPostgres(target: string): Promise<RoadToPostgres> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let stalled = false;
  const server = createServer((client) => {
    const postgres = connect(Number(port), hostname);
    for (const [from, to] of [
      [client, postgres],
      [postgres, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('data', (bytes) => {
        if (!stalled) to.write(bytes);
      });
    }
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const url = new URL(target);
  url.port = String(own);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const shut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  };
  return {
    url: url.href,
    shut,
    open: async () => {
      stalled = false;
      cut();
      if (!server.listening) await listen(own);
    },
    stall: () => {
      stalled = true;
    },
    close: async () => {
      if (server.listening) await shut();
    },
  };
}
