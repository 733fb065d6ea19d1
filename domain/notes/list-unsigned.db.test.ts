import { type As, loadSomeCodes, notedVisit, setUpBilling, signedVisit } from '../../dev/demo/billing';
import { aClient, aPractice, aWorld, zone } from '../../tests/builders/practice';
import { bookAppointment } from '../schedule/book-appointment';
import { instantAt } from '../time/wall-time';
import { checkIn } from '../visits/check-in';
import { beginVisit, completeVisit } from '../visits/conduct-visit';
import { listUnsigned } from './list-unsigned';

const world = aWorld();
const page = { order: 'ASC', offset: 0, limit: 10 } as const;

test('what a clinician owes is what took place and is not signed, a draft too, the oldest first; to others it is nothing', async () => {
  const practice = await aPractice(world());
  await loadSomeCodes(world().worker);
  await practice.as('administrator', (tx) => setUpBilling(tx, practice.clinician));
  const clientId = await aClient(practice, { clinicians: [practice.clinician], notADouble: true });
  const as: As = (membershipId, work, now) => practice.as({ membershipId }, work, now);
  const desk = await practice.as('front_desk', (tx) => Promise.resolve(tx.actor));
  const typeId = practice.types['therapy'] ?? '';
  const of = { desk, clinician: practice.clinician, clientId, typeId, zone, minutes: 50 };
  await signedVisit(as, { ...of, start: '2026-10-05T10:00' });
  const draft = await notedVisit(as, { ...of, start: '2026-10-06T10:00' });

  // held, and nobody has begun its note; and one that has only begun
  const held = async (start: string, ended: boolean) => {
    const booking = { clientId, clinicianId: practice.clinician, typeId, roomId: null, start, doubleBook: true };
    const at = instantAt(start, zone);
    const appointmentId = await as(desk, (tx) => bookAppointment(tx, booking), at);
    const id = await as(desk, (tx) => checkIn(tx, { appointmentId, version: 1 }), at);
    await as(practice.clinician, (tx) => beginVisit(tx, { id, version: 1 }), at);
    if (ended) await as(practice.clinician, (tx) => completeVisit(tx, { id, version: 2 }), at);
    return id;
  };
  const unwritten = await held('2026-10-05T14:00', true);
  await held('2026-10-06T15:00', false);

  const owed = await as(practice.clinician, (tx) => listUnsigned(tx, {}, page));
  expect(owed.rows.map(({ visit }) => [visit?.id, visit?.note])).toEqual([
    [unwritten, null],
    [draft.visitId, 'draft'],
  ]);
  expect(owed.total).toBe(2);
  const others = await practice.as('supervisor', (tx) => listUnsigned(tx, {}, page));
  expect(others.rows).toEqual([]);
});
