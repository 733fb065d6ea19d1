import type { MessagesRow, NextStepsRow } from '../../domain/database/tables.generated';
import type { AppointmentId } from '../../domain/ids';
import { cancelAppointment } from '../../domain/schedule/cancel-appointment';
import { confirmAppointment } from '../../domain/schedule/confirm-appointment';
import { moveAppointment } from '../../domain/schedule/move-appointment';
import { lockAppointment, readAppointment } from '../../domain/schedule/appointment';
import { restoreAppointment } from '../../domain/schedule/restore-appointment';
import { type Instant, instantOf } from '../../domain/time/instant';
import { checkIn } from '../../domain/visits/check-in';
import { type TestPractice, anAppointment, preciseWall } from './invented-practice';
import { until } from './temporal';

const hour = 3_600_000;

/** The start that makes the text an hour before due in so many milliseconds. */
export const startFor = (ms: number): Instant => instantOf(Date.now() + hour + ms);

/** An appointment whose reminder (an hour before) is due in so many milliseconds. */
export const dueIn = (practice: TestPractice, ms: number): Promise<AppointmentId> =>
  anAppointment(practice, { at: startFor(ms), doubleBook: true });

export const messagesOf = (practice: TestPractice, id: string): Promise<readonly MessagesRow[]> =>
  practice.as('front_desk', (tx) =>
    tx.rows('messages').where({ practice_id: practice.id, appointment_id: id }).orderBy('id'),
  );

/** Its messages, once there are so many and nothing of them is open. */
export const settled = (practice: TestPractice, id: string, count = 1): Promise<readonly MessagesRow[]> =>
  until(async () => {
    const rows = await messagesOf(practice, id);
    return rows.length >= count && rows.every((row) => !['planned', 'claimed'].includes(row.state)) ? rows : undefined;
  });

export const stepOf = (practice: TestPractice, id: string): Promise<NextStepsRow | undefined> =>
  practice.as('front_desk', (tx) => tx.rows('next_steps').where({ practice_id: practice.id, id }).first());

/** Waits until the plan shows this step (`undefined`: nothing more), made from the appointment as it is now. */
export const planned = (practice: TestPractice, id: string, step: string | undefined): Promise<NextStepsRow> =>
  until(async () => {
    const row = await stepOf(practice, id);
    const isCurrent = row && row.planned_version >= row.wanted_version && row.kind !== 'unplanned';
    return isCurrent && row.step === (step ?? null) ? row : undefined;
  });

export const workOf = async (practice: TestPractice, id: string): Promise<readonly string[]> => {
  const rows = await practice.as('front_desk', (tx) =>
    tx.rows('work_items').where({ practice_id: practice.id, ref_id: id, state: 'open' }).orderBy('cause'),
  );
  return rows.map((row) => row.cause);
};

/** What a person at the desk does, at the version that she sees. */
const changing =
  <T>(work: (tx: Parameters<Parameters<TestPractice['as']>[1]>[0], id: string, version: number) => Promise<T>) =>
  (practice: TestPractice, id: string): Promise<T> =>
    practice.as('front_desk', async (tx) => work(tx, id, (await readAppointment(tx, id)).version));

export const cancel = changing((tx, id, version) =>
  cancelAppointment(tx, { id, version, reason: 'client_asked', byClient: false }),
);
export const restore = changing((tx, id, version) => restoreAppointment(tx, { id, version }));
export const confirm = changing((tx, id, version) => confirmAppointment(tx, { id, version, by: 'client' }));
export const arrive = changing((tx, id, version) => checkIn(tx, { appointmentId: id, version }));
export const lengthen = changing(async (tx, id, version) => {
  const { startsAt } = await readAppointment(tx, id);
  await moveAppointment(tx, { id, version, start: preciseWall(startsAt), minutes: 45, doubleBook: true });
});

/** Moves an appointment so that its reminder is due in so many milliseconds. */
export const moveTo = (practice: TestPractice, id: string, ms: number): Promise<void> =>
  changing(async (tx, id, version) =>
    moveAppointment(tx, { id, version, start: preciseWall(startFor(ms)), doubleBook: true }),
  )(practice, id);

/** A change that a reminder says nothing of: only the version rises, and the workflow is told. Answers the new version. */
export const change = (practice: TestPractice, id: string): Promise<number> =>
  practice.as('front_desk', async (tx) => {
    const { version, client_id } = await lockAppointment(tx, id);
    const next = version + 1;
    await tx.rows('appointments').where({ practice_id: practice.id, id }).update({ version: next });
    await tx.tell('appointment', id, next, client_id);
    return next;
  });
