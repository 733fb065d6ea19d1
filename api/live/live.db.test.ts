import { newId } from '../../domain/ids';
import { startRelay } from '../../worker/relay';
import { openLog } from '../../integrations/log/logger';
import type { Client as TemporalClient } from '@temporalio/client';
import { type Caller, anApi } from '../../tests/builders/api';
import { type LiveStream, listenLive } from '../../tests/builders/event-stream';
import { aPerson } from '../../tests/builders/people';
import { aPractice, aWorld, times, type TestPractice } from '../../tests/builders/practice';
import { type Scene, aScene } from '../../tests/builders/scene';
import { asSuperuser, until } from '../../tests/builders/sql';

const world = aWorld();
const api = anApi(world, () => ({ heartbeatMs: 100 }));
let practice: TestPractice;
let own: Scene;
let appointment: string;
const open: LiveStream[] = [];

beforeAll(async () => {
  practice = await aPractice(world());
  own = await aScene(practice);
  appointment = await own.appointment();
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

async function listening(caller: Caller): Promise<LiveStream> {
  const stream = await listenLive(caller);
  open.push(stream);
  expect(await stream.next()).toEqual({ event: 'resync', data: {} });
  return stream;
}

/** What a relay says to all processes at once. */
const announce = (...things: (readonly [kind: string, id: string])[]) =>
  world().worker.kernel.raw("select pg_notify('kept_live', ?)", [
    JSON.stringify(things.map(([kind, id]) => [practice.id, kind, id])),
  ]);
const run = (sql: string, ...values: unknown[]) => asSuperuser(world().urls, (client) => client.query(sql, values));

describe('a stream', () => {
  test('says resync first, is kept by nobody on its way, and breathes', async () => {
    const stream = await listening(await api().as(practice, 'front_desk'));
    expect(stream.status).toBe(200);
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(stream.headers['content-encoding']).toBeUndefined();
    await until(async () => stream.text.includes(':\n\n'));
  });

  test('is for whoever is signed in', async () => {
    const refused = await listenLive(api().stranger());
    expect(refused.status).toBe(401);
    refused.close();
  });

  test('says what changed by kind and id and nothing else, many changes in one breath', async () => {
    const stream = await listening(await api().as(practice, 'front_desk'));
    const visit = await own.visit();
    for (let n = 0; n < 50; n += 1) await announce(['appointment', appointment], ['visit', visit.id]);
    const told = await stream.next();
    expect(told).toEqual({
      event: 'changed',
      data: [
        { kind: 'appointment', id: appointment },
        { kind: 'visit', id: visit.id },
      ],
    });
    // a marker after all of them: at most one more batch came before it
    await announce(['client', own.clientId]);
    const batches = [await stream.next()];
    while (!JSON.stringify(batches.at(-1)).includes(own.clientId)) batches.push(await stream.next());
    expect(batches.length).toBeLessThanOrEqual(2);
    expect(stream.text).not.toMatch(/Ana|Whitfield|Reyes|555/);
  });

  test('tells every kind of thing that is announced', async () => {
    const stream = await listening(await api().as(practice, 'front_desk'));
    const visit = await own.visit();
    const things = [
      ['appointment', appointment],
      ['client', own.clientId],
      ['visit', visit.id],
      ['message', await own.message()],
      ['work_item', await own.work()],
      ['block', await own.block()],
      ['practice', practice.id],
    ] as const;
    await announce(...things);
    expect((await stream.next())?.data).toEqual(things.map(([kind, id]) => ({ kind, id })));
  });

  test('says resync again when this process has lost its ear for a while', async () => {
    const streams = [
      await listening(await api().as(practice, 'front_desk')),
      await listening(await api().asMember('client', own.portal)),
    ];
    await run(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'kept_live'",
    );
    for (const stream of streams) expect(await stream.next()).toEqual({ event: 'resync', data: {} });
    await announce(['appointment', appointment]);
    for (const stream of streams) expect((await stream.next())?.event).toBe('changed');
  });
});

describe('everybody hears only of what she may see', () => {
  test('the practice of others, other clinicians’ clients and other clients are silent', async () => {
    const elsewhere = await aPractice(world());
    const colleague = await aPerson(practice, { role: 'clinician' });
    const stranger = await aScene(practice, { clinicianId: colleague.membershipId });
    const theirs = await stranger.appointment();
    const streams = {
      desk: await listening(await api().as(practice, 'front_desk')),
      clinician: await listening(await api().as(practice, 'clinician')),
      client: await listening(await api().asMember('client', own.portal)),
      elsewhere: await listening(await api().as(elsewhere, 'administrator')),
    };
    await announce(['appointment', theirs], ['client', stranger.clientId], ['appointment', newId()]);
    expect(await streams.desk.next()).toEqual({
      event: 'changed',
      data: [
        { kind: 'appointment', id: theirs },
        { kind: 'client', id: stranger.clientId },
      ],
    });
    await announce(['appointment', appointment]);
    const mine = { event: 'changed', data: [{ kind: 'appointment', id: appointment }] };
    expect(await streams.clinician.next()).toEqual(mine);
    expect(await streams.client.next()).toEqual(mine);
    await world().worker.kernel.raw("select pg_notify('kept_live', ?)", [
      JSON.stringify([[elsewhere.id, 'practice', elsewhere.id]]),
    ]);
    expect(await streams.elsewhere.next()).toEqual({
      event: 'changed',
      data: [{ kind: 'practice', id: elsewhere.id }],
    });
    for (const stream of Object.values(streams))
      expect(stream.events.filter((one) => one.event === 'gone')).toEqual([]);
  });

  test('what is on her screen and goes out of her sight is said to be gone, whether she was told of it or had asked for it', async () => {
    const scene = await aScene(practice);
    const [told, asked, unseen] = [await scene.appointment(), await scene.appointment(), await scene.appointment()];
    const clinician = await api().as(practice, 'clinician');
    const stream = await listening(clinician);
    await announce(['appointment', told]);
    await stream.next();
    expect((await clinician.get(`/api/appointments/${asked}`)).status).toBe(200);
    await practice.as(
      'front_desk',
      (tx) =>
        tx.all`update care_team set ended_at = now() where practice_id = ${tx.practiceId} and client_id = ${scene.clientId}`,
    );
    await announce(['appointment', told], ['appointment', asked], ['appointment', unseen], ['client', scene.clientId]);
    expect(await stream.next()).toEqual({
      event: 'gone',
      data: [
        { kind: 'appointment', id: told },
        { kind: 'appointment', id: asked },
        { kind: 'client', id: scene.clientId },
      ],
    });
    await announce(['appointment', told], ['appointment', appointment]);
    expect(await stream.next()).toEqual({ event: 'changed', data: [{ kind: 'appointment', id: appointment }] });
    expect(stream.events.filter((one) => one.event === 'gone')).toHaveLength(1);
  });
});

describe('a stream ends with its session', () => {
  const opened = async (): Promise<[Caller, LiveStream]> => {
    const caller = await api().as(practice, 'biller');
    return [caller, await listening(caller)];
  };

  test('at once, when its person signs out; other sessions of hers go on', async () => {
    const [[caller, stream], [, other]] = [await opened(), await opened()];
    await caller.send({ method: 'DELETE', path: '/api/session' });
    await stream.ended;
    await announce(['appointment', appointment]);
    expect((await other.next())?.event).toBe('changed');
  });

  test('soon, when it was ended elsewhere, was idle too long, or its membership has ended, though nothing changes', async () => {
    const ends: readonly ((caller: Caller) => Promise<unknown>)[] = [
      ({ sessionId }) => run('update kernel.sessions set ended_at = now() where id = $1', sessionId),
      ({ sessionId }) =>
        run("update kernel.sessions set last_input_at = now() - interval '1 day' where id = $1", sessionId),
      async ({ sessionId }) => {
        const { rows } = await run('select membership_id from kernel.sessions where id = $1', sessionId);
        await practice.as('administrator', (tx) => tx.one`select kernel.end_membership(${rows[0].membership_id})`);
      },
    ];
    for (const end of ends) {
      const [caller, stream] = await opened();
      await end(caller);
      await stream.ended;
      expect(stream.events).toHaveLength(1);
    }
  });

  test('before anything more is told', async () => {
    const leaver = await aPractice(world());
    const caller = await api().as(leaver, 'front_desk');
    const stream = await listening(caller);
    await run('update kernel.sessions set ended_at = now() where id = $1', caller.sessionId);
    await world().worker.kernel.raw("select pg_notify('kept_live', ?)", [
      JSON.stringify([[leaver.id, 'practice', leaver.id]]),
    ]);
    await stream.ended;
    expect(stream.events).toHaveLength(1);
  });

  test('at its hour', async () => {
    const caller = await api().as(practice, 'front_desk');
    await run("update kernel.sessions set expires_at = now() + interval '300 ms' where id = $1", caller.sessionId);
    await (
      await listening(caller)
    ).ended;
  });
});

test('twenty streams hear of a command that was committed, by way of the outbox and a relay', async () => {
  const told: string[] = [];
  const temporal = {
    withDeadline: (_: number, work: () => Promise<unknown>) => work(),
    workflow: {
      signalWithStart: async (_: string, { workflowId }: { workflowId: string }) => void told.push(workflowId),
    },
  } as unknown as TemporalClient;
  const relay = startRelay({
    database: world().worker,
    listenUrl: world().urls.worker,
    temporal,
    taskQueue: 'none',
    log: openLog({ name: 'test', level: 'silent' }),
    pollMs: 20,
  });
  try {
    const desk = await api().as(practice, 'front_desk');
    const id = await own.appointment();
    await until(async () => told.includes(`appt/${id}`));
    const callers = await Promise.all(times(20, () => api().as(practice, 'supervisor')));
    const streams = await Promise.all(callers.map(listening));
    await desk.post(`/api/appointments/${id}/confirm`, {}, { version: 1 });
    for (const stream of streams) {
      let event = await stream.next();
      while (event && !JSON.stringify(event.data).includes(id)) event = await stream.next();
      expect(event?.event).toBe('changed');
    }
  } finally {
    await relay.close();
  }
});
