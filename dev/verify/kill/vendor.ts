import type { Fault } from '../../sandbox/faults';
import type { Message } from '../../sandbox/message';
import type { Lane } from './lane';

/** The message sandbox of a lane: it is the world outside, and nobody kills it. */
const at = (lane: Lane, path: string, init: RequestInit = {}) => fetch(`${lane.run().sandboxUrl}${path}`, init);

export async function arm(lane: Lane, fault: Fault, ms = 1_000): Promise<void> {
  const response = await at(lane, '/control', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fault, ms }),
  });
  if (!response.ok) throw new Error(`the sandbox does not arm ${fault}: ${response.status}`);
}

export async function armed(lane: Lane): Promise<number> {
  const { armed: all } = (await (await at(lane, '/control')).json()) as { armed: readonly object[] };
  return all.length;
}

export async function got(lane: Lane): Promise<readonly Message[]> {
  return ((await (await at(lane, '/messages')).json()) as { messages: readonly Message[] }).messages;
}

export async function doubled(lane: Lane): Promise<readonly object[]> {
  return ((await (await at(lane, '/doubled')).json()) as { doubled: readonly object[] }).doubled;
}
