import { standardTiming } from '../../domain/reminders/timing';
import { oneText } from '../../tests/builders/protocol';
import { countEvents, historyOf, relayOptions, someWorkers } from '../../tests/builders/temporal';
import { startRelay } from '../../worker/relay';
import { eventsUntilDone } from './events';
import { booked, dueAt, patiently, plannedFor } from './lives';
import type { Setting } from './setting';

const lives = 20;
const firstEvents = 17;

/** Two reminders, spread by seconds so that each has its timer. */
const twoTexts = {
  ...oneText,
  reminders: ['reminder_1h', 'again_1h'].map((code) => ({ code, channel: 'sms' as const, hoursBefore: 1 })),
};

/** How many events a reminder beyond the first adds to a history, in most of them: a busy machine adds tasks that timed out. */
export async function eventsOfFurther(setting: Setting): Promise<number> {
  const { world } = setting;
  const taskQueue = 'core-further';
  const worker = await someWorkers(world, taskQueue, {
    worker: { address: setting.temporalAddress },
    deps: { timing: standardTiming, spreadSeconds: 10 },
  });
  const { practices, ids } = await booked(world, lives, twoTexts);
  await dueAt(world.urls, practices, Date.now() + 20_000);
  const relay = startRelay(relayOptions(world, worker.temporal, taskQueue));
  await patiently(async () => (await plannedFor(world.urls, practices, 'ask_missing')) === lives);
  await relay.close();
  const lengths: number[] = [];
  for (const id of ids) {
    await patiently(async () => isAtRest(await historyOf(worker.temporal, id)));
    lengths.push(eventsUntilDone(await historyOf(worker.temporal, id)));
  }
  await worker.close();
  return (lengths.toSorted((a, b) => a - b)[lives / 2] ?? 0) - firstEvents;
}

/** Both were sent, and the question that comes after them has its timer; one that was looked at too early was looked at again. */
function isAtRest(history: Parameters<typeof countEvents>[0]): boolean {
  const { TIMER_STARTED = 0, TIMER_FIRED = 0, TIMER_CANCELED = 0, ACTIVITY_TASK_COMPLETED = 0 } = countEvents(history);
  return ACTIVITY_TASK_COMPLETED >= 2 && TIMER_STARTED === TIMER_FIRED + TIMER_CANCELED + 1;
}
