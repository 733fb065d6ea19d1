import type { Message } from '../../dev/sandbox/message';
import { addMinutes, instantOf } from '../../domain/time/instant';
import { type TestPractice, type World, aPractice, anAppointment, times } from '../../tests/builders/invented-practice';
import { oneText } from '../../tests/builders/protocol';
import { asSuperuser } from '../../tests/builders/sql';
import type { TestUrls } from '../../tests/setup/test-database';
import type { Setting } from './setting';

export interface Booked {
  readonly practices: readonly TestPractice[];
  readonly ids: readonly string[];
}

const practices = 20;

/** So many appointments in weeks, by twenty practices, with one text an hour before unless said. Nobody is told of them yet. */
export async function booked(world: World, count: number, policy = oneText): Promise<Booked> {
  const each = Math.ceil(count / practices);
  const first = addMinutes(instantOf(Date.now()), 14 * 24 * 60);
  const all = await Promise.all(
    times(Math.ceil(count / each), async (index) => {
      const practice = await aPractice(world, { policy });
      const ids: string[] = [];
      for (let n = 0; n < Math.min(each, count - index * each); n += 1)
        ids.push(await anAppointment(practice, { at: addMinutes(first, n * 90) }));
      return { practice, ids };
    }),
  );
  return { practices: all.map(({ practice }) => practice), ids: all.flatMap(({ ids }) => ids) };
}

const idsOf = (of: readonly TestPractice[]) => of.map(({ id }) => id);

/** As the superuser: all their reminders are due at one instant. */
export async function dueAt(urls: TestUrls, of: readonly TestPractice[], due: number): Promise<void> {
  const start = new Date(due + 3_600_000);
  await asSuperuser(urls, (sql) =>
    sql.query(
      "update kept.appointments set starts_at = $1, ends_at = $1::timestamptz + interval '50 min' where practice_id = any($2)",
      [start, idsOf(of)],
    ),
  );
}

/** How many of them wait for this step. */
export const plannedFor = (urls: TestUrls, of: readonly TestPractice[], step: string): Promise<number> =>
  asSuperuser(urls, async (sql) => {
    const { rows } = await sql.query<{ n: number }>(
      `select count(*)::int as n from kept.next_steps
        where practice_id = any($1) and step = $2 and planned_version = wanted_version`,
      [idsOf(of), step],
    );
    return rows[0]?.n ?? 0;
  });

/** How often the phone got the message of each appointment, whatever was recorded. */
export async function sentOf(setting: Setting, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(`${setting.sandboxUrl}/messages`);
  const { messages } = (await response.json()) as { messages: readonly Message[] };
  const { rows } = await asSuperuser(setting.world.urls, (sql) =>
    sql.query<{ id: string; of: string }>(
      'select id, appointment_id as of from kept.messages where appointment_id = any($1)',
      [ids],
    ),
  );
  const appointmentOf = new Map(rows.map(({ id, of }) => [id, of]));
  const got = new Map<string, number>();
  for (const { key } of messages) {
    const of = appointmentOf.get(key.slice(0, key.lastIndexOf('.')));
    if (of !== undefined) got.set(of, (got.get(of) ?? 0) + 1);
  }
  return got;
}

export async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    times(16, async () => {
      for (const item of queue) await work(item);
    }),
  );
}

/** Looks once a second, which costs next to nothing, for at most ten minutes. */
export async function patiently(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 600_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 1_000)))
    if (await isSo()) return;
  throw new Error(`not so within ten minutes: ${isSo.toString()}`);
}

/** An instant that was over before all were armed measures arming. */
export function armedInTime(due: number, what: string): void {
  const left = due - Date.now();
  if (left < 0) throw new Error(`${what}: armed ${-left} ms after they were due; give more lead (--lead SECONDS)`);
}
