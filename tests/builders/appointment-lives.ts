import {
  cancel,
  change,
  confirm,
  arrive,
  dueIn,
  messagesOf,
  moveTo,
  planned,
  restore,
  settled,
  stepOf,
  workOf,
} from './flow';
import { type LifeWorld, type RecordedRun, type Watched, staged, watched } from './life-stage';
import { type TestPractice, aPractice, anAppointment } from './practice';
import { oneText } from './protocol';
import { asSuperuser } from './sql';
import { until } from './temporal';
import { hurryReminder } from '../../domain/reminders/hurry-reminder';
import { signNote } from '../../domain/notes/sign-note';
import { writeNote } from '../../domain/notes/write-note';
import { standardPolicy } from '../../domain/practice/policy';
import { readAppointment } from '../../domain/schedule/appointment';
import { instantOf } from '../../domain/time/instant';
import { beginVisit, completeVisit } from '../../domain/visits/conduct-visit';
import { missAppointment } from '../../domain/visits/miss-appointment';
import { workflowId } from '../../workflows/contracts/ids';
import { lookAgain } from '../../workflows/contracts/messages';

interface Stage extends LifeWorld, Watched {
  readonly practice: TestPractice;
}

const aStage = async (given: LifeWorld): Promise<Stage> => ({
  ...given,
  ...watched(given, workflowId.appointment),
  practice: await aPractice(given.world, { policy: oneText }),
});

/** Whole lives and lives in the middle, by name: every way through the loop and every step that it can wait for. */
const lives: Readonly<Record<string, (stage: Stage) => Promise<readonly RecordedRun[]>>> = {
  async 'waits-for-its-reminder'({ practice, recorded, run }) {
    const id = await waiting(practice);
    await recorded(id, 'TIMER_STARTED', 1);
    return [await run('waits-for-its-reminder', id)];
  },

  async 'reminded-confirmed-done'({ practice, recorded, ended, run }) {
    const id = await dueIn(practice, 1_500);
    await settled(practice, id);
    await recorded(id, 'ACTIVITY_TASK_COMPLETED', 1);
    await confirm(practice, id);
    await planned(practice, id, 'ask_missing');
    await arrive(practice, id);
    await planned(practice, id, 'await_begin');
    await conduct(practice, id, beginVisit);
    await planned(practice, id, 'await_complete');
    await conduct(practice, id, completeVisit);
    await planned(practice, id, 'ask_signature');
    await sign(practice, id);
    await ended(id);
    return [await run('reminded-confirmed-done', id)];
  },

  /** Nobody signs in time: her clinician is asked, and nothing more is waited for. */
  async 'asked-for-a-signature'({ practice, world, recorded, ended, run }) {
    const id = await anAppointment(practice, { at: instantOf(Date.now()), doubleBook: true });
    await planned(practice, id, 'ask_missing');
    await arrive(practice, id);
    await conduct(practice, id, beginVisit);
    await conduct(practice, id, completeVisit);
    await planned(practice, id, 'ask_signature');
    await recorded(id, 'TIMER_STARTED', 2);
    await unsignedFor(world, id, standardPolicy.noteGraceHours * 3_600_000 - 1_500);
    await change(practice, id);
    await ended(id);
    if (!(await workOf(practice, id)).includes('note_unsigned')) throw new Error('nobody was asked');
    return [await run('asked-for-a-signature', id)];
  },

  async moved({ practice, recorded, run }) {
    const id = await waiting(practice);
    await recorded(id, 'TIMER_STARTED', 1);
    await moveTo(practice, id, 1_000);
    await settled(practice, id);
    await recorded(id, 'ACTIVITY_TASK_COMPLETED', 1);
    await moveTo(practice, id, 3_600_000);
    await planned(practice, id, 'reminder_1h');
    await recorded(id, 'TIMER_STARTED', 3);
    return [await run('moved', id)];
  },

  async 'cancelled-and-restored'({ practice, ended, recorded, run }) {
    const id = await dueIn(practice, 200);
    await settled(practice, id);
    await cancel(practice, id);
    await settled(practice, id, 2);
    await ended(id);
    const first = await run('cancelled', id);
    await restore(practice, id);
    await settled(practice, id, 3);
    await recorded(id, 'TIMER_STARTED', 1);
    return [first, await run('restored', id)];
  },

  async hurried({ practice, recorded, run }) {
    const id = await waiting(practice);
    await recorded(id, 'TIMER_STARTED', 1);
    await practice.as('front_desk', async (tx) =>
      hurryReminder(tx, { id, version: (await readAppointment(tx, id)).version }),
    );
    await settled(practice, id);
    await recorded(id, 'TIMER_STARTED', 2);
    return [await run('hurried', id)];
  },

  /** The vendor takes it and its answer is lost: settled later with the same key. */
  async 'answer-lost'({ practice, engine, recorded, run }) {
    engine.vendor.next('accept_silently');
    const id = await dueIn(practice, 500);
    const [message] = await settled(practice, id);
    if (message?.attempts !== 2) throw new Error('another life met the lost answer');
    await recorded(id, 'ACTIVITY_TASK_COMPLETED', 2);
    return [await run('answer-lost', id)];
  },

  /** The vendor takes it, its answer is lost, and it cannot be asked: a person decides, and the day goes on. */
  async 'ends-unknown'({ practice, engine, recorded, run }) {
    const before = engine.vendor.repeat;
    engine.vendor.repeat = 'never';
    engine.vendor.next('accept_silently');
    const id = await dueIn(practice, 500);
    const [message] = await settled(practice, id);
    engine.vendor.repeat = before;
    if (message?.state !== 'unknown') throw new Error(`the message is ${message?.state}, not unknown`);
    await planned(practice, id, 'ask_missing');
    await recorded(id, 'TIMER_STARTED', 3);
    return [await run('ends-unknown', id)];
  },

  async 'not-sent-then-sent'({ practice, engine, recorded, run }) {
    engine.vendor.next('not_sent');
    const id = await dueIn(practice, 500);
    const [message] = await settled(practice, id);
    if (message?.send_no !== 2) throw new Error('another life met the busy vendor');
    await recorded(id, 'ACTIVITY_TASK_COMPLETED', 2);
    return [await run('not-sent-then-sent', id)];
  },

  /** Asked for a reminder that is being sent: an open activity. */
  async 'in-the-middle-of-a-send'({ practice, engine, recorded, run }) {
    engine.vendor.next('hang');
    const id = await dueIn(practice, 500);
    await until(async () => (await messagesOf(practice, id)).some((one) => one.state === 'claimed'));
    await recorded(id, 'ACTIVITY_TASK_SCHEDULED', 1);
    return [await run('in-the-middle-of-a-send', id)];
  },

  async 'missing-then-decided'({ practice, recorded, ended, run }) {
    const id = await anAppointment(practice, { at: instantOf(Date.now() - 15 * 60_000 + 1_000), doubleBook: true });
    await planned(practice, id, 'decide_missing');
    await recorded(id, 'ACTIVITY_TASK_COMPLETED', 1);
    const asked = await run('missing', id);
    await practice.as('front_desk', async (tx) =>
      missAppointment(tx, { id, version: (await readAppointment(tx, id)).version }),
    );
    await ended(id);
    return [{ ...asked, name: 'missing-then-decided' }];
  },

  async 'begun-anew'({ practice, engine, recorded, run }) {
    const id = await waiting(practice);
    const first = await run('begun-anew-before', id);
    for (;;) {
      const version = await change(practice, id);
      await until(async () => (await stepOf(practice, id))?.planned_version === version);
      const { runId } = await engine.worker.temporal.workflow.getHandle(workflowId.appointment(id)).describe();
      if (runId !== first.runId) break;
    }
    await recorded(id, 'TIMER_STARTED', 1);
    return [first, await run('begun-anew-after', id)];
  },

  async 'practice-closed'({ practice, world, engine, recorded, ended, run }) {
    const id = await waiting(practice);
    await recorded(id, 'TIMER_STARTED', 1);
    await asSuperuser(world.urls, (sql) =>
      sql.query('update kernel.practices set closed_at = clock_timestamp() where id = $1', [practice.id]),
    );
    await engine.worker.temporal.workflow.getHandle(workflowId.appointment(id)).signal(lookAgain);
    await ended(id);
    return [await run('practice-closed', id)];
  },
};

export const appointmentLives = staged(lives, aStage);

/** Booked far ahead, and planned: its workflow runs. */
async function waiting(practice: TestPractice): Promise<string> {
  const id = await dueIn(practice, 3_600_000);
  await planned(practice, id, 'reminder_1h');
  return id;
}

const sign = (practice: TestPractice, id: string): Promise<void> =>
  practice.as({ membershipId: practice.clinician }, async (tx) => {
    const visit = await tx.rows('visits').where({ practice_id: practice.id, appointment_id: id }).first();
    if (!visit) throw new Error('nobody has checked in');
    const text = { subjective: 'S', objective: 'O', assessment: 'A', plan: 'P' };
    await signNote(tx, { id: await writeNote(tx, { visitId: visit.id, ...text }), version: 1 });
  });
const conduct = (practice: TestPractice, id: string, act: typeof beginVisit): Promise<void> =>
  practice.as('clinician', async (tx) => {
    const visit = await tx.rows('visits').where({ practice_id: practice.id, appointment_id: id }).first();
    if (!visit) throw new Error('nobody has checked in');
    await act(tx, { id: visit.id, version: visit.version });
  });
/** As if the visit of an appointment had been over for so many milliseconds. */
const unsignedFor = (world: LifeWorld['world'], id: string, ms: number): Promise<unknown> =>
  asSuperuser(world.urls, (sql) =>
    sql.query(
      `update kept.visits set arrived_at = arrived_at - by, seen_at = seen_at - by, began_at = began_at - by, ended_at = ended_at - by
         from (select $2 * interval '1 ms' as by) a where appointment_id = $1`,
      [id, ms],
    ),
  );
