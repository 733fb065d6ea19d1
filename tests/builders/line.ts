import { type Socket, connect, createServer } from 'node:net';

/** The line to a server, which a test can cut: those who use it find nobody at the other end. */
export interface Line {
  readonly port: number;
  /** Everything under way breaks, and nobody answers. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function aLine(to: { readonly host: string; readonly port: number }): Promise<Line> {
  const open = new Set<Socket>();
  const server = createServer((caller) => {
    const callee = connect(to);
    for (const [one, other] of [
      [caller, callee],
      [callee, caller],
    ] as const) {
      open.add(one);
      one
        .on('error', () => undefined)
        .on('close', () => {
          open.delete(one);
          other.destroy();
        });
      one.pipe(other);
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.resetAndDestroy();
    await closed;
  };
  return { port, cut, mend: () => listen(port), close: async () => void (server.listening && (await cut())) };
}
