import type { WorkItemView } from '../../api/work/work.contract';
import { actionsOf, groupWork, messageOf, overdueIn, reasonOf, visitOf } from './work-groups';

const item = (id: string, more: Partial<WorkItemView> = {}): WorkItemView => ({
  id,
  version: 1,
  cause: 'message_refused',
  action: 'call_client',
  entity: 'appointment',
  refId: 'a',
  clientId: 'c',
  clientName: 'Juniper Vale',
  state: 'open',
  queue: 'front_desk',
  ownerId: null,
  ownerName: null,
  dueAt: null,
  params: {},
  openedAt: 100,
  closedAt: null,
  resolution: null,
  phone: null,
  appointment: null,
  ...more,
});

test('the same cause is one group; the most urgent group and the most urgent item come first', () => {
  const groups = groupWork([
    item('late', { openedAt: 300 }),
    item('early', { openedAt: 200 }),
    item('missing', { cause: 'client_missing', dueAt: 900 }),
    item('sooner', { cause: 'client_missing', dueAt: 500, openedAt: 400 }),
  ]);
  expect(groups.map(({ cause, items }) => [cause, items.map(({ id }) => id)])).toEqual([
    ['client_missing', ['sooner', 'missing']],
    ['message_refused', ['early', 'late']],
  ]);
  expect(groups.map(({ dueAt, oldestAt }) => [dueAt, oldestAt])).toEqual([
    [500, 100],
    [null, 200],
  ]);
});

test('what is done or dismissed is no work any more', () => {
  expect(groupWork([item('a', { state: 'done' }), item('b', { state: 'dismissed', dueAt: 1 })])).toEqual([]);
  expect(overdueIn([item('a', { dueAt: 5 }), item('b', { dueAt: 5, state: 'done' }), item('c', { dueAt: 9 })], 7)).toBe(
    1,
  );
});

test('someone who is missed can be checked in or marked as missed, as long as that is possible', () => {
  const appointment = { id: 'a', version: 3, state: 'confirmed', startsAt: 1, clinicianName: 'Dr. Reyes' } as const;
  const missing = item('m', { cause: 'client_missing', appointment });
  expect(actionsOf(missing)).toEqual(['call', 'missed', 'came']);
  expect(actionsOf({ ...missing, appointment: { ...appointment, state: 'cancelled' } })).toEqual(['done']);
});

test('a client is called about a message; work about nobody is only done', () => {
  expect(actionsOf(item('a', { cause: 'message_unknown' }))).toEqual(['call', 'done']);
  expect(actionsOf(item('a', { cause: 'outbox_parked', clientId: null }))).toEqual(['done']);
  expect(actionsOf(item('a', { cause: 'remittance_review', entity: 'remittance_claim' }))).toEqual(['open']);
  expect(actionsOf(item('a', { cause: 'charge_incomplete', entity: 'note' }))).toEqual(['mend']);
  const unsigned = item('a', { cause: 'note_unsigned', params: { visitId: 'v' } });
  expect([actionsOf(unsigned), visitOf(unsigned), visitOf(item('a', { params: { visitId: 'v' } }))]).toEqual([
    ['sign'],
    'v',
    undefined,
  ]);
});

test('a file set aside is decided on its own page', () => {
  const file = { entity: 'edi_file', clientId: null } as const;
  expect(actionsOf(item('a', { ...file, cause: 'remittance_quarantined' }))).toEqual(['open']);
  expect(actionsOf(item('a', { ...file, cause: 'edi_file_quarantined' }))).toEqual(['open']);
});

test('an item about a message says which one and why, and parameters of another shape are passed over', () => {
  const params = { kind: 'reminder_2h', channel: 'sms', messageId: 'm', code: 'will_not' };
  expect(messageOf({ params })).toEqual({ id: 'm', kind: 'reminder', channel: 'sms' });
  expect(reasonOf({ params })).toBe('will_not');
  expect([messageOf({ params: { channel: 'fax' } }), reasonOf({ params: { code: 7 } })]).toEqual([
    undefined,
    undefined,
  ]);
});
