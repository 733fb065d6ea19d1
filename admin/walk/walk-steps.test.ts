import { type WalkFacts, type WalkedAppointment, walkOf } from './walk-steps';

const hourMs = 3_600_000;
const now = Date.UTC(2026, 11, 1, 15);
const text = {
  code: 'reminder_2h',
  channel: 'sms' as const,
  due: now,
  usefulUntil: now + hourMs,
  unreachable: null,
  messageId: null,
  messageState: null,
  sentAt: null,
  deliveredAt: null,
  failedAt: null,
};
const booked: WalkedAppointment = {
  state: 'scheduled',
  startsAt: now + 2 * hourMs,
  clinicianId: 'reyes',
  visit: null,
  reminders: [text],
};
const visit = {
  id: 'v', version: 1, state: 'waiting' as const, arrivedAt: now, seenAt: null, beganAt: null, endedAt: null, note: null,
}; // prettier-ignore
const rights = {
  desk: { me: 'desk', checkIn: true, writeNotes: false, readBilling: false },
  reyes: { me: 'reyes', checkIn: true, writeNotes: true, readBilling: false },
  owner: { me: 'owner', checkIn: true, writeNotes: false, readBilling: true },
};
const walk = (facts: Partial<WalkFacts>) =>
  walkOf({ appointment: undefined, charge: undefined, rights: rights.desk, sandbox: true, now, ...facts });
const doing = (facts: Partial<WalkFacts>) => walk(facts).current?.doing;
const here = (state: 'waiting' | 'in_session' | 'checkout' | 'done', note: 'draft' | 'signed' | null = null) => ({
  appointment: { ...booked, state: 'arrived' as const, visit: { ...visit, state, note } },
});

test('it begins with a booking, and again where that fell through', () => {
  expect(doing({})).toBe('book');
  expect(walk({}).steps.map(({ standing }) => standing)).toEqual(['now', 'later', 'later', 'others', 'others']);
  for (const state of ['cancelled', 'no_show'] as const)
    expect(doing({ appointment: { ...booked, state } })).toBe('again');
});

test('a text is waited for, then answered in the sandbox; where nobody can answer here it is enough that it went', () => {
  const sent = { ...booked, reminders: [{ ...text, sentAt: now }] };
  expect(doing({ appointment: booked })).toBe('planned');
  expect(doing({ appointment: sent })).toBe('look');
  expect(doing({ appointment: sent, sandbox: false })).toBe('arrive');
  expect(doing({ appointment: { ...sent, state: 'confirmed' } })).toBe('arrive');
});

test('nothing that reaches nobody is waited for', () => {
  for (const one of [
    { unreachable: 'no_consent' as const },
    { messageState: 'skipped' as const },
    { usefulUntil: now },
  ])
    expect(doing({ appointment: { ...booked, reminders: [{ ...text, ...one }] } })).toBe('arrive');
});

test('nobody is checked in half a day early: the visit is moved first', () => {
  const nextWeek = { ...booked, state: 'confirmed' as const, startsAt: now + 13 * hourMs };
  expect(doing({ appointment: nextWeek })).toBe('tooEarly');
});

test('her clinician begins, ends, writes and signs; for everyone else that is somebody else’s', () => {
  expect(doing({ ...here('waiting'), rights: rights.reyes })).toBe('begin');
  expect(doing({ ...here('in_session'), rights: rights.reyes })).toBe('end');
  expect(doing({ ...here('checkout', 'draft'), rights: rights.reyes })).toBe('write');
  expect(doing({ ...here('done', 'signed'), rights: rights.reyes })).toBeUndefined();
  expect(doing({ ...here('waiting'), rights: { ...rights.reyes, me: 'okafor' } })).toBeUndefined();
  expect(walk(here('waiting')).steps.map(({ standing }) => standing)).toEqual([
    'done', 'done', 'done', 'others', 'others',
  ]); // prettier-ignore
  expect(walk(here('waiting')).current).toBeUndefined();
});

test('who sees the money follows the claim until the payer has answered', () => {
  const owner = { ...here('done'), rights: rights.owner };
  const claim = (state: 'ready' | 'submitted' | 'adjudicated') => ({ id: 'c', controlNumber: 'K1', state });
  expect(doing(owner)).toBe('note');
  expect(doing({ ...owner, charge: { state: 'proposed', claim: null } })).toBe('approve');
  expect(doing({ ...owner, charge: { state: 'approved', claim: claim('ready') } })).toBe('send');
  expect(doing({ ...owner, charge: { state: 'approved', claim: claim('submitted') } })).toBe('wait');
  for (const answered of [claim('adjudicated'), null])
    expect(walk({ ...owner, charge: { state: 'approved', claim: answered } }).steps.at(-2)?.standing).toBe('done');
  expect(doing({ ...owner, charge: { state: 'approved', claim: claim('adjudicated') } })).toBeUndefined();
});
