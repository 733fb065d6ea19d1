import http from 'node:http';
import { randomUUID } from 'node:crypto';

export interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly text: string;
}

export type Ask = (path: string, body: unknown) => Promise<Answer>;

/** Posts as a browser of the console does; connections are kept open. Each call has a key of its own. */
export function aCaller(port: number, origin: string, token: string): Ask {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
  return (path, body) => {
    const payload = JSON.stringify(body);
    const headers = {
      origin,
      cookie: `__Host-kept-staff=${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(payload),
      'idempotency-key': randomUUID(),
    };
    const began = performance.now();
    const send = (): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const request = http.request({ agent, host: '127.0.0.1', port, method: 'POST', path, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const ms = performance.now() - began;
            resolve({ status: response.statusCode ?? 0, ms, text: Buffer.concat(chunks).toString() });
          });
        });
        // a kept connection that the server was just closing: a browser asks again on a new one, and so do we
        request.on('error', (error) => (request.reusedSocket ? resolve(send()) : reject(error)));
        request.end(payload);
      });
    return send();
  };
}

/** Calls `make` for 0 … count-1 with so many under way at a time. */
export async function atATime<T>(width: number, count: number, make: (n: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const one = async () => {
    while (next < count) {
      const n = next;
      next += 1;
      answers[n] = await make(n);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, one));
  return answers;
}
