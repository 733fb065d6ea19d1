import { type Measured, bareReminders, keptReminders } from './reminders';
import { eventsOfFurther } from './further';
import { outboxLatency } from './outbox';
import { aSetting } from './setting';

/**
 * `npm run bench temporal`: reminders that are due at one instant beside a bare timer and activity in the same run, and how long
 * a commit waits until its workflow is told. Rates on shared cores mean little; CPU, events, lost and doubled are compared.
 * Aims: none lost, none doubled; CPU ≤ 1.4 times the bare one; ≤ 17 events for the first reminder and 11 for each
 * further one; outbox p99 < 300 ms.
 * `KEPT_BENCH_REMINDERS` (1000; 0: the outbox alone) and `KEPT_BENCH_LEAD_SECONDS` (150, for arming them all) may be set.
 */
const count = Number(process.env['KEPT_BENCH_REMINDERS'] ?? 1_000);
const leadMs = Number(process.env['KEPT_BENCH_LEAD_SECONDS'] ?? 150) * 1_000;

async function main(): Promise<boolean> {
  const setting = await aSetting();
  try {
    const outbox = await outboxLatency(setting);
    console.table([{ measured: 'outbox: commit to workflow told, ms', ...outbox }]);
    if (count === 0) return outbox.p99 < 300;
    const bare = await bareReminders(setting, count, leadMs);
    console.table([row(bare)]);
    const kept = await keptReminders(setting, count, leadMs);
    console.table([row(kept)]);
    const further = await eventsOfFurther(setting);
    const ratio = perReminder(kept) / perReminder(bare);
    const aims = {
      [`CPU per reminder ${ratio.toFixed(2)} times the bare one (aim 1.4)`]: ratio <= 1.4,
      [`${kept.lost} lost, ${kept.doubled} doubled (aim 0)`]: kept.lost === 0 && kept.doubled === 0,
      [`${kept.events} events for the first reminder (aim 17)`]: kept.events <= 17,
      [`${further} events for a further one (aim 11)`]: further <= 11,
      [`outbox p99 ${outbox.p99} ms (aim 300)`]: outbox.p99 < 300,
    };
    for (const [aim, isMet] of Object.entries(aims)) process.stdout.write(`${isMet ? 'met   ' : 'MISSED'}  ${aim}\n`);
    return Object.values(aims).every(Boolean);
  } finally {
    await setting.end();
  }
}

const perReminder = ({ due, workerMs, serverMs }: Measured): number => (workerMs + serverMs) / due;

const row = (measured: Measured) => ({
  what: measured.what,
  due: measured.due,
  sent: measured.sent,
  lost: measured.lost,
  doubled: measured.doubled,
  'CPU ms each': Number(perReminder(measured).toFixed(1)),
  'of it server': Number((measured.serverMs / measured.due).toFixed(1)),
  'last after s': Number(measured.secondsToLast.toFixed(1)),
  'per s': Math.round(measured.sent / measured.secondsToLast),
  events: measured.events,
});

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
