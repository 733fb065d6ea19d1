import type { Client as TemporalClient } from '@temporalio/client';
import { newId } from '../domain/ids';
import { openLog } from '../integrations/log/logger';
import { type TestPractice, aPractice, aWorld } from '../tests/builders/practice';
import { asSuperuser, until } from '../tests/builders/sql';
import { startRelay } from './relay';

const world = aWorld();
const log = openLog({ name: 'test', level: 'silent' });

/** Stands in for the workflow engine: notes whom it was to signal, and fails when told to. */
function anEngine(failing = false) {
  const told: string[] = [];
  const signalWithStart = (_: string, { workflowId }: { workflowId: string }) => {
    told.push(workflowId);
    return failing ? Promise.reject(new Error('unavailable')) : Promise.resolve();
  };
  const withDeadline = <T>(_: number, work: () => Promise<T>) => work();
  return { told, client: { workflow: { signalWithStart }, withDeadline } as unknown as TemporalClient };
}

const relayWith = (temporal: TemporalClient, maxAttempts: number) =>
  startRelay({
    database: world().worker,
    listenUrl: world().urls.worker,
    temporal,
    taskQueue: 'core',
    log,
    pollMs: 20,
    maxAttempts,
  });

const outboxOf = (id: string) =>
  asSuperuser(world().urls, async (sql) => {
    const { rows } = await sql.query<{ attempts: number; parked: boolean; last_code: string | null }>(
      'select attempts, parked_at is not null as parked, last_code from kernel.outbox where ref_id = $1',
      [id],
    );
    return rows;
  });
const workOf = (practice: TestPractice, id: string) =>
  practice.as(
    'administrator',
    (tx) => tx.all`select cause, state, params from work_items where practice_id = ${practice.id} and ref_id = ${id}`,
  );

test('a row that relays died over again and again is parked without being tried once more, and a person is asked', async () => {
  const practice = await aPractice(world());
  const id = newId();
  await practice.as('administrator', (tx) => tx.tell('appointment', id, 1, null));
  await asSuperuser(world().urls, (sql) => sql.query('update kernel.outbox set attempts = 3 where ref_id = $1', [id]));
  const engine = anEngine();
  const relay = relayWith(engine.client, 3);
  await until(async () => (await workOf(practice, id)).length === 1);
  await relay.close();
  expect(engine.told).toEqual([]);
  expect(await outboxOf(id)).toEqual([{ attempts: 4, parked: true, last_code: 'relay_lost' }]);
  expect(await workOf(practice, id)).toEqual([
    { cause: 'outbox_parked', state: 'open', params: { code: 'relay_lost' } },
  ]);
});

test('what could not be told is tried as often as is allowed, then parked', async () => {
  const practice = await aPractice(world());
  const id = newId();
  await practice.as('administrator', (tx) => tx.tell('appointment', id, 1, null));
  const engine = anEngine(true);
  const relay = relayWith(engine.client, 2);
  await until(async () => (await workOf(practice, id)).length === 1);
  await relay.close();
  expect(engine.told).toHaveLength(2);
  expect(await outboxOf(id)).toMatchObject([{ attempts: 2, parked: true }]);
});

test('several rows of one thing are told once, and what only screens show is told to no workflow', async () => {
  const practice = await aPractice(world());
  const [id, shown] = [newId(), newId()];
  await practice.as('administrator', async (tx) => {
    for (const version of [1, 2, 3]) await tx.tell('appointment', id, version, null);
    await tx.announce('client', shown);
  });
  const engine = anEngine();
  const relay = relayWith(engine.client, 3);
  await until(async () => (await outboxOf(id)).length + (await outboxOf(shown)).length === 0);
  await relay.close();
  expect(engine.told).toHaveLength(1);
});
