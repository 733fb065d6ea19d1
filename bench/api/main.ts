import { availableParallelism, loadavg } from 'node:os';
import { openDatabase } from '../../domain/database/database';
import { instantOf } from '../../domain/time/instant';
import { addDays, dayAt, wallTimeOn } from '../../domain/time/wall-time';
import { type Answer, type Ask, aCaller, atATime } from './caller';
import { type LargePractice, aLargePractice, first, last, times, zone } from './large-practice';
import { type Measure, type Measured, type Row, measuring, percentile, rowOf } from './measure';
import { aPlace } from './place';

/**
 * `npm run bench api`: bookings under contention and of distinct times, the day of 20 clinicians, the search among 20,000
 * clients; over HTTP on loopback, the api a process of its own, every commit on disk. Exit 1: an aim is missed.
 */
const [contenders, rounds] = [200, 5];
const [slotsADay, fullDays] = [10, 5];
const [contentionMs, writeMs, readMs] = [2_000, 800, 300];
/** Far enough ahead that no day is today. */
const firstDay = addDays(dayAt(instantOf(Date.now()), zone), 7);

async function main(): Promise<void> {
  const place = await aPlace();
  const database = openDatabase({ url: place.urls.app, name: 'kept bench', poolSize: 2 });
  try {
    const large = await aLargePractice(database, place.urls.migrator);
    const ask = aCaller(place.port, place.origin, large.token);
    await atATime(8, 100, () => ask('/api/calendar/day', { day: firstDay })); // warm
    const measure = measuring(place.pids);
    const rows = [
      await contention(measure, ask, large),
      await distinct(measure, ask, large),
      await days(measure, ask, 1),
      await days(measure, ask, 8),
      ...(await searches(measure, ask)),
    ];
    console.log(`load of this machine: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`);
    console.table(
      Object.fromEntries(rows.map(({ what, held, ...row }) => [what, { ...row, held: held ? 'yes' : 'NO' }])),
    );
    if (!rows.every(({ held }) => held)) process.exitCode = 1;
  } finally {
    await database.close();
    await place.end();
  }
}

const booking = (large: LargePractice, client: number, clinician: number, start: string) => ({
  clientId: large.clients[client],
  clinicianId: large.clinicians[clinician],
  typeId: large.typeId,
  roomId: null,
  start,
});

/** 200 people book the same hour at once: one gets it, the others hear of alternatives. */
async function contention(measure: Measure, ask: Ask, large: LargePractice): Promise<Row> {
  const found: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = wallTimeOn(addDays(firstDay, fullDays + round), 10 * 60);
    found.push(
      await measure(() => Promise.all(times(contenders, (n) => ask('/api/appointments', booking(large, n, 0, start))))),
    );
  }
  const slowest = found.reduce((one, other) => (other.ms > one.ms ? other : one));
  const held = found.every(({ answers, ms }) => ms <= contentionMs && oneWins(answers));
  return rowOf(`200 book one hour (slowest of ${rounds})`, slowest, `one wins, all ms ≤ ${contentionMs}`, held);
}

const oneWins = (answers: readonly Answer[]) =>
  answers.filter(({ status }) => status === 201).length === 1 &&
  answers.filter(({ status, text }) => status === 409 && hasAlternatives(text)).length === contenders - 1;

function hasAlternatives(text: string): boolean {
  const { code, params } = JSON.parse(text) as { code: string; params?: { alternatives?: unknown[] } };
  return code === 'slot_taken' && (params?.alternatives?.length ?? 0) > 0;
}

/** Every hour of 20 clinicians for five days. */
async function distinct(measure: Measure, ask: Ask, large: LargePractice): Promise<Row> {
  const count = large.clinicians.length * slotsADay * fullDays;
  const done = await measure(() =>
    atATime(16, count, (n) => {
      const clinician = n % large.clinicians.length;
      const slot = Math.floor(n / large.clinicians.length);
      const day = addDays(firstDay, Math.floor(slot / slotsADay));
      return ask('/api/appointments', booking(large, n, clinician, wallTimeOn(day, (8 + (slot % slotsADay)) * 60)));
    }),
  );
  const held = done.answers.every(({ status }) => status === 201) && percentile(done, 95) <= writeMs;
  return rowOf(`${count} distinct times, 16 at a time`, done, `p95 ≤ ${writeMs}`, held);
}

async function days(measure: Measure, ask: Ask, width: number): Promise<Row> {
  const done = await measure(() =>
    atATime(width, 200, (n) => ask('/api/calendar/day', { day: addDays(firstDay, n % fullDays) })),
  );
  const inIt = done.answers.map(({ text }) => (JSON.parse(text) as { appointments: unknown[] }).appointments.length);
  const held = inIt.every((count) => count === 20 * slotsADay) && percentile(done, 95) <= readMs;
  return rowOf(`a day of 20 clinicians, ${width} at a time`, done, `p95 ≤ ${readMs}`, held);
}

const kinds: Readonly<Record<string, (n: number) => string>> = {
  'one name': (n) => last[n % last.length] ?? '',
  'two names': (n) => `${first[n % first.length]} ${last[(n * 3) % last.length]}`,
  'two letters': (n) => (last[n % last.length] ?? '').slice(0, 2),
  'digits of a phone': (n) => String(2_000_000 + n * 97).slice(-4),
  'a birth date': (n) => `${(n % 12) + 1}/${(n % 28) + 1}/19${50 + (n % 50)}`,
  nothing: () => '',
};

async function searches(measure: Measure, ask: Ask): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [kind, text] of Object.entries(kinds)) {
    const done = await measure(() =>
      atATime(1, 60, (n) => ask('/api/clients/search', { filter: text(n) ? { text: text(n) } : {}, range: [0, 24] })),
    );
    const found = done.answers.filter(({ status, text: body }) => status === 200 && body.includes('"clientId"'));
    const held = found.length > done.answers.length / 2 && percentile(done, 95) <= readMs;
    rows.push(rowOf(`find among 20,000 by ${kind}`, done, `p95 ≤ ${readMs}`, held));
  }
  return rows;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
