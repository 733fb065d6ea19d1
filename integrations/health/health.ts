import net from 'node:net';

export interface PartHealth {
  readonly name: string;
  readonly state: 'up' | 'degraded' | 'down' | 'not_configured';
  readonly ms: number | null;
  readonly detail: string | null;
}

/** Looks at one part, bounded; what it throws is not told, only that it is down. */
export async function probe(
  name: string,
  look: () => Promise<string | null | undefined>,
  boundMs = 2_000,
): Promise<PartHealth> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  try {
    const bound = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), boundMs);
    });
    const detail = await Promise.race([look(), bound]);
    return { name, state: 'up', ms: Math.round(performance.now() - began), detail: detail ?? null };
  } catch {
    return { name, state: 'down', ms: Math.round(performance.now() - began), detail: null };
  } finally {
    clearTimeout(timer);
  }
}

export const notConfigured = (name: string): PartHealth => ({ name, state: 'not_configured', ms: null, detail: null });

/** Whether something listens at `host:port`. */
export function reachable(address: string): Promise<null> {
  const [host = '127.0.0.1', port = '0'] = address.split(':');
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port: Number(port), timeout: 1_500 });
    socket.once('connect', () => {
      socket.destroy();
      resolve(null);
    });
    socket.once('timeout', () => socket.destroy(new Error('timeout')));
    socket.once('error', reject);
  });
}

/** A part that people cannot work without is down: down. Any other that is not up: degraded. */
export function overall(parts: readonly PartHealth[], vital: readonly string[]): 'up' | 'degraded' | 'down' {
  const troubled = parts.filter((part) => part.state === 'down' || part.state === 'degraded');
  if (troubled.some((part) => vital.includes(part.name) && part.state === 'down')) return 'down';
  return troubled.length > 0 ? 'degraded' : 'up';
}
