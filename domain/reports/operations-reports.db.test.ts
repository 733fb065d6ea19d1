import { signedVisit, notedVisit, type As } from '../../dev/demo/billing';
import { payersOf } from '../../tests/builders/payers';
import { type TestPractice, aClient, aPractice, anAppointment, aWorld, zone } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';
import { newId } from '../ids';
import { signNote } from '../notes/sign-note';
import { cancelAppointment } from '../schedule/cancel-appointment';
import { type Instant, addHours, addMinutes } from '../time/instant';
import { instantAt } from '../time/wall-time';
import { checkIn } from '../visits/check-in';
import { leaveVisit } from '../visits/conduct-visit';
import { missAppointment } from '../visits/miss-appointment';
import { readNoShows } from './no-shows';
import { readReminders } from './reminders';
import { readUnsignedNotes } from './unsigned-notes';

const world = aWorld();
const at = (wall: string): Instant => instantAt(wall, zone);
const long = 14 * 24;

/** Booked two weeks before. Answers its id. */
const booked = (practice: TestPractice, start: string) =>
  anAppointment(practice, { start, doubleBook: true, now: addHours(at(start), -long) });
const cancelled = async (practice: TestPractice, start: string, hoursBefore: number, byClient: boolean) => {
  const id = await booked(practice, start);
  const reason = byClient ? ('client_asked' as const) : ('clinician_away' as const);
  await practice.as(
    'front_desk',
    (tx) => cancelAppointment(tx, { id, version: 1, reason, byClient }),
    addHours(at(start), -hoursBefore),
  );
};
const arrived = async (practice: TestPractice, start: string): Promise<string> => {
  const appointmentId = await booked(practice, start);
  return practice.as('front_desk', (tx) => checkIn(tx, { appointmentId, version: 1 }), at(start));
};
const missed = async (practice: TestPractice, start: string) => {
  const id = await booked(practice, start);
  await practice.as('front_desk', (tx) => missAppointment(tx, { id, version: 1 }), addMinutes(at(start), 20));
};

test('who came, who did not and who cancelled late, by month and clinician: each past appointment is one of them or none', async () => {
  const practice = await aPractice(world());
  await arrived(practice, '2026-09-30T09:00');
  await missed(practice, '2026-09-30T23:30'); // October in UTC, September for the practice
  const left = await arrived(practice, '2026-10-05T10:00');
  await practice.as('front_desk', (tx) => leaveVisit(tx, { id: left, version: 1 }), at('2026-10-05T10:20'));
  await cancelled(practice, '2026-10-06T10:00', 3, true);
  await cancelled(practice, '2026-10-07T10:00', 3, false); // the practice did
  await cancelled(practice, '2026-10-08T10:00', 72, true); // in time
  await booked(practice, '2026-10-09T10:00'); // nobody said what became of it
  await missed(practice, '2026-11-03T10:00');
  const report = await practice.as('supervisor', (tx) => readNoShows(tx, { asOf: '2026-10-31' }));
  expect(report.months.slice(-2)).toEqual([
    { month: '2026-09', kept: 1, missed: 1, late: 0, undecided: 0 },
    { month: '2026-10', kept: 0, missed: 0, late: 2, undecided: 1 },
  ]);
  const sum = { kept: 1, missed: 1, late: 2, undecided: 1 };
  expect(report.clinicians).toEqual([{ clinicianId: practice.clinician, name: 'Dr. Reyes', ...sum }]);
  expect(report).toMatchObject(sum);
  const later = await practice.as('administrator', (tx) => readNoShows(tx, {}));
  expect(later).toMatchObject({ kept: 1, missed: 2, late: 2, undecided: 1 });
  // of eight past appointments two are none of it: cancelled in time, and by the practice
  const { n } = await practice.as('auditor', async (tx) => {
    const row = await tx.one<{ n: number }>`
      select count(*)::int as n from appointments where practice_id = ${tx.practiceId}`;
    return row ?? { n: 0 };
  });
  expect(later.kept + later.missed + later.late + later.undecided).toBe(n - 2);
});

test('reminders are told by month of the practice, channel and what became of them; nothing is counted twice', async () => {
  const practice = await aPractice(world());
  const clientId = await aClient(practice);
  let occurrence = 0;
  const message = (
    created: string,
    state: string,
    more: { channel?: string; delivered?: 1; failed?: 1; kind?: string } = {},
  ) =>
    asSuperuser(world().urls, async (sql) => {
      await sql.query(`set session_replication_role = replica`); // its life before that is not the matter here
      const made = new Date(at(created));
      await sql.query(
        `insert into kept.messages (practice_id, id, client_id, occurrence, kind, channel, state, created_at, delivered_at, failed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [practice.id, newId(), clientId, (occurrence += 1), more.kind ?? 'reminder_48h', more.channel ?? 'sms', state, made, more.delivered ? made : null, more.failed ? made : null], // prettier-ignore
      );
    });
  await message('2026-10-31T23:30', 'sent', { delivered: 1 }); // November in UTC
  await message('2026-11-01T00:30', 'sent', { delivered: 1 });
  await message('2026-11-02T09:00', 'sent', { channel: 'email' });
  await message('2026-11-02T09:00', 'sent', { delivered: 1, failed: 1 }); // the carrier took it back
  await message('2026-11-03T09:00', 'refused');
  await message('2026-11-03T09:00', 'unknown');
  await message('2026-11-04T09:00', 'skipped', { channel: 'email' });
  await message('2026-11-05T09:00', 'planned'); // under way
  await message('2026-11-05T09:00', 'sent', { kind: 'notice' }); // reminds nobody
  await message('2026-11-11T00:10', 'sent'); // after the day
  const { months } = await practice.as('supervisor', (tx) => readReminders(tx, { asOf: '2026-11-10' }));
  const none = { delivered: 0, sent: 0, failed: 0, left_out: 0 };
  expect(months.slice(-2)).toEqual([
    { month: '2026-10', channels: { sms: { ...none, delivered: 1 }, email: none } },
    {
      month: '2026-11',
      channels: { sms: { ...none, delivered: 1, failed: 3 }, email: { ...none, sent: 1, left_out: 1 } },
    },
  ]);
});

test('a note waits from the day of its visit until it is signed, also on a day in the past', async () => {
  const practice = await aPractice(world());
  await payersOf(practice);
  const as: As = (membershipId, work, now) => practice.as({ membershipId }, work, now);
  const visit = async (start: string) => ({
    desk: await practice.member('front_desk'),
    clinician: practice.clinician,
    clientId: await aClient(practice, { clinicians: [practice.clinician], notADouble: true }),
    typeId: practice.types['therapy'] ?? '',
    start,
    zone,
    minutes: 55,
  });
  await signedVisit(as, await visit('2026-10-01T09:00')); // signed today
  const { noteId } = await notedVisit(as, await visit('2026-10-06T09:00'));
  await practice.as(
    { membershipId: practice.clinician },
    (tx) => signNote(tx, { id: noteId, version: 1 }),
    at('2026-10-08T12:00'),
  );
  await notedVisit(as, await visit('2026-10-07T09:00'));
  const waiting = (asOf: string) => practice.as('administrator', (tx) => readUnsignedNotes(tx, { asOf }));
  const who = { clinicianId: practice.clinician, name: 'Dr. Reyes' };
  expect(await waiting('2026-09-30')).toMatchObject({ clinicians: [], count: 0 });
  expect(await waiting('2026-10-07')).toMatchObject({
    count: 3,
    clinicians: [{ ...who, count: 3, ages: [2, 1, 0, 0, 0], oldestDay: '2026-10-01' }],
  });
  expect(await waiting('2026-10-08')).toMatchObject({ count: 2, clinicians: [{ ages: [1, 1, 0, 0, 0] }] });
  expect(await waiting('2026-11-10')).toMatchObject({ count: 2, clinicians: [{ ages: [0, 0, 0, 0, 2] }] });
});
