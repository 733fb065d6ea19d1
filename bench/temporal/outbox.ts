import { change } from '../../tests/builders/flow';
import { times } from '../../tests/builders/invented-practice';
import { relayOptions, someWorkers } from '../../tests/builders/temporal';
import { startRelay } from '../../worker/relay';
import { booked, patiently } from './lives';
import type { Setting } from './setting';

export interface Latency {
  readonly commits: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

/** Milliseconds from a command's outbox row to its workflow being told and the row marked, at so many commits a second. */
export async function outboxLatency(setting: Setting, perSecond = 25, seconds = 20): Promise<Latency> {
  const { world } = setting;
  const taskQueue = 'core-outbox';
  const worker = await someWorkers(world, taskQueue, { worker: { address: setting.temporalAddress } });
  const { practices, ids } = await booked(world, 40);
  const waited: number[] = [];
  const relay = startRelay({
    ...relayOptions(world, worker.temporal, taskQueue),
    pollMs: 500, // as the product's: what is quicker was woken
    observe: (told) => waited.push(told * 1000),
  });
  await patiently(async () => waited.length >= ids.length);
  waited.length = 0;
  const began = Date.now();
  await Promise.all(
    times(perSecond * seconds, async (n) => {
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, (n * 1000) / perSecond - (Date.now() - began))));
      const practice = practices[n % practices.length];
      const of = ids.filter((_, index) => Math.floor((index * practices.length) / ids.length) === n % practices.length);
      const id = of[Math.floor(n / practices.length) % of.length];
      if (practice && id) await change(practice, id);
    }),
  );
  await patiently(async () => waited.length >= perSecond * seconds);
  await relay.close();
  await worker.close();
  const sorted = waited.toSorted((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { commits: sorted.length, p50: at(0.5), p99: at(0.99), longest: at(1) };
}
