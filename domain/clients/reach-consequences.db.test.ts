import { aClient, aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { addHours } from '../time/instant';
import { instantAt, wallTimeAt } from '../time/wall-time';
import { setConsent } from './change-client';
import { readClient } from './list-clients';
import { reachConsequences } from './reach-consequences';

const world = aWorld();
const now = instantAt('2026-12-01T10:00', zone);

async function aClientAhead() {
  const practice = await aPractice(world());
  const clientId = await aClient(practice);
  const startsAt = instantAt('2026-12-08T14:00', zone);
  await anAppointment(practice, { clientId, start: '2026-12-08T14:00', now });
  const ask = (change: Parameters<typeof reachConsequences>[1]['change'], at = now) =>
    practice.as('front_desk', (tx) => reachConsequences(tx, { id: clientId, change }), at);
  return { practice, clientId, startsAt, ask };
}

test('withdrawing texts lets the texts fall away and leaves the mail', async () => {
  const { ask, startsAt } = await aClientAhead();
  const shifts = await ask({ of: 'consent', channel: 'sms', granted: false });
  expect(shifts.map(({ effect, code, channel }) => [effect, code, channel])).toEqual([
    ['falls_away', 'reminder_48h', 'sms'],
    ['falls_away', 'reminder_2h', 'sms'],
  ]);
  expect(shifts[0]?.startsAt).toBe(startsAt);
});

test('giving it again brings back what is still of use', async () => {
  const { practice, clientId, startsAt, ask } = await aClientAhead();
  const { version } = await practice.as('front_desk', (tx) => readClient(tx, clientId), now);
  await practice.as(
    'front_desk',
    (tx) => setConsent(tx, { id: clientId, version, channel: 'sms', granted: false }),
    now,
  );
  const change = { of: 'consent', channel: 'sms', granted: true } as const;
  expect((await ask(change)).map(({ effect, code }) => [effect, code])).toEqual([
    ['comes_back', 'reminder_48h'],
    ['comes_back', 'reminder_2h'],
  ]);
  expect((await ask(change, addHours(startsAt, -3))).map(({ code }) => code)).toEqual(['reminder_2h']);
});

test('what is late and waits for the morning is told with the morning, not with the hour that has passed', async () => {
  const { ask } = await aClientAhead();
  const change = { of: 'consent', channel: 'email', granted: false } as const;
  const [shift] = await ask(change, instantAt('2026-12-05T23:00', zone));
  expect(shift && wallTimeAt(shift.due, zone)).toBe('2026-12-06T09:00');
});

test('an ended number lets its texts fall away unless there is another; an unknown one is not found', async () => {
  const { practice, clientId, ask } = await aClientAhead();
  const { contacts } = await practice.as('front_desk', (tx) => readClient(tx, clientId), now);
  const mobile = contacts.find((one) => one.kind === 'mobile');
  const shifts = await ask({ of: 'end_contact', contactId: mobile?.id ?? '' });
  expect(shifts.map(({ effect, channel }) => [effect, channel])).toEqual([
    ['falls_away', 'sms'],
    ['falls_away', 'sms'],
  ]);
  await expect(ask({ of: 'end_contact', contactId: clientId })).rejects.toMatchObject({ code: 'not_found' });
});

test('consent for calls shifts no reminder', async () => {
  const { ask } = await aClientAhead();
  expect(await ask({ of: 'consent', channel: 'voice', granted: true })).toEqual([]);
});
