import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { isCode } from './owner-file';
import { Stopped } from './stopped';

export const portNames = [
  'console',
  'portal',
  'apiPrivate',
  'workerPrivate',
  'sandbox',
  'postgres',
  'temporal',
  'temporalUi',
  'payer',
] as const;
export type PortName = (typeof portNames)[number];
export type Ports = Readonly<Record<PortName, number>>;

/** How far above the wanted ports a free one is looked for. */
const reach = 200;

/**
 * A free port for each part: the wanted one, in order from `first`, or the next free one above all of them.
 * @param say hears of each port that was taken
 * @throws Stopped when there is none near
 */
export async function choosePorts(
  first: number,
  say: (line: string) => void,
  isFree: (port: number) => Promise<boolean> = isFreeHere,
): Promise<Ports> {
  const chosen = new Map<PortName, number>();
  let spare = first + portNames.length;
  for (const [index, name] of portNames.entries()) {
    const wanted = first + index;
    let port = wanted;
    while (!(await isFree(port))) {
      port = spare++;
      if (spare > first + reach || port > 65_535) {
        throw new Stopped(`no free port from ${first} up: choose others with --port N`);
      }
    }
    if (port !== wanted) say(`port ${wanted} is taken: ${name} is on ${port}`);
    chosen.set(name, port);
  }
  return Object.fromEntries(chosen) as Record<PortName, number>;
}

/** Nobody listens there, on either loopback address. */
async function isFreeHere(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && canListen(port, '::1');
}

/** Below the range from which systems take ports for outgoing connections, which may be in use a moment later. */
const quietRange = { from: 10_000, to: 32_000 };

/** The first of some neighbouring ports that are free, chosen at random; for tests. */
export async function anyFreePort(neighbours = 1): Promise<number> {
  for (;;) {
    const first = randomInt(quietRange.from, quietRange.to - neighbours);
    const free = await Promise.all(Array.from({ length: neighbours }, (_, index) => isFreeHere(first + index)));
    if (free.every(Boolean)) return first;
  }
}

/** The console's port of a whole stack whose other ports are free too; for tests. */
export const anyStackPort = (): Promise<number> => anyFreePort(portNames.length);

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // a machine without IPv6 has nobody listening there either
    server.once('error', (error) => resolve(isCode(error, 'EADDRNOTAVAIL') || isCode(error, 'EAFNOSUPPORT')));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
