import type { MessageState } from '../messages/message-state';
import { standardPolicy } from '../practice/policy';
import type { AppointmentState } from '../schedule/appointment-state';
import { type Instant, addHours, addMinutes, instantOf } from '../time/instant';
import { appointmentPlan, noticeChannel, stillValid } from './appointment-steps';
import type { AppointmentFacts, Message } from './facts';
import type { PlannedReminder } from './reminder-plan';

const start = instantOf(Date.UTC(2027, 0, 5, 19));
const open = { quietFromMinute: 0, quietUntilMinute: 0 };

const reminderAt = (hoursBefore: number, more: Partial<PlannedReminder> = {}): PlannedReminder => ({
  code: `r_${hoursBefore}h`,
  channel: 'sms',
  due: addHours(start, -hoursBefore),
  usefulUntil: addHours(start, -hoursBefore / 3),
  unreachable: null,
  ...more,
});

const message = (state: MessageState, kind: string, more: Partial<Message> = {}): Message => ({
  id: kind,
  kind,
  channel: 'sms',
  occurrence: 1,
  state,
  sendNo: 1,
  attempts: 1,
  claimedAt: null,
  leaseUntil: null,
  nextAt: null,
  row: { ordered_by: null } as Message['row'],
  ...more,
});

function facts(given: {
  readonly state?: AppointmentState;
  readonly now?: Instant;
  readonly plan?: readonly PlannedReminder[];
  readonly messages?: readonly Message[];
  readonly asked?: boolean;
  readonly unsigned?: AppointmentFacts['unsigned'];
  readonly noticeOwed?: boolean;
  readonly reach?: AppointmentFacts['reach'];
}): AppointmentFacts {
  return {
    appointment: {
      id: 'a',
      state: given.state ?? 'scheduled',
      occurrence: 1,
      startsAt: start,
      notice_owed: given.noticeOwed ?? false,
    } as AppointmentFacts['appointment'],
    messages: given.messages ?? [],
    plan: given.plan ?? [reminderAt(48), reminderAt(2)],
    practice: { name: 'p', zone: 'UTC', phone: null, policy: { ...standardPolicy, ...open } },
    unsigned: given.unsigned,
    askedMissing: given.asked ?? false,
    reach: given.reach ?? { sms: null, email: null },
    zone: 'UTC',
    stored: undefined,
    parked: false,
    refused: false,
    language: 'en',
    now: given.now ?? addHours(start, -72),
  };
}
const next = (given: Parameters<typeof facts>[0]) => appointmentPlan(facts(given)).next;

test('the earliest reminder without a settled message comes next, then the question, then waiting for people', () => {
  expect(next({})).toMatchObject({ step: 'r_48h', due: addHours(start, -48) });
  expect(next({ messages: [message('sent', 'r_48h')] })).toMatchObject({ step: 'r_2h' });
  const both = [message('sent', 'r_48h'), message('refused', 'r_2h')];
  expect(next({ messages: both })).toMatchObject({ step: 'ask_missing', due: addMinutes(start, 15) });
  expect(next({ messages: both, asked: true })).toMatchObject({ step: 'decide_missing', due: null });
});

test('an open claim comes before everything, of whatever occurrence and in whatever state of the appointment', () => {
  const claim = message('claimed', 'r_48h', { occurrence: 0, leaseUntil: addHours(start, -47) });
  for (const state of ['scheduled', 'cancelled', 'completed', 'no_show'] as const)
    expect(next({ state, messages: [claim] })).toMatchObject({ step: 'settle', occurrence: 0, due: claim.leaseUntil });
});

test('a claim that is asked about is settled when the lease is over and it is time to ask again', () => {
  const lease = { leaseUntil: addHours(start, -47), nextAt: addHours(start, -46) };
  expect(next({ messages: [message('claimed', 'r_48h', lease)] })).toMatchObject({ due: lease.nextAt });
});

test('messages of an earlier occurrence settle nothing of this one', () => {
  expect(next({ messages: [message('sent', 'r_48h', { occurrence: 0 })] })).toMatchObject({ step: 'r_48h' });
});

test('whom nothing reaches has no reminders, and is still asked about', () => {
  expect(next({ plan: [reminderAt(48, { unreachable: 'no_consent' })] })).toMatchObject({ step: 'ask_missing' });
});

test('what says nothing new any more is left out, with the message that was begun', () => {
  const begun = message('planned', 'r_48h', { nextAt: addHours(start, -20) });
  const plan = appointmentPlan(facts({ now: addHours(start, -15), messages: [begun] }));
  expect(plan.leftOut).toEqual([{ code: 'r_48h', channel: 'sms', message: begun }]);
  expect(plan.next).toMatchObject({ step: 'r_2h' });
});

test.each([
  ['requested', 'await_decision'],
  ['arrived', 'await_begin'],
  ['in_session', 'await_complete'],
] as const)('%s waits for people: %s', (state, step) => {
  expect(next({ state })).toMatchObject({ step, due: null });
});

test.each(['completed', 'no_show', 'declined', 'cancelled'] as const)('%s: nothing more', (state) => {
  expect(next({ state })).toEqual({ kind: 'nothing_more' });
});

test('a visit whose note nobody signs is asked about once, after the practice’s grace time', () => {
  const unsigned = { visitId: 'v', clinicianId: 'm', since: start, asked: false };
  const asked = { step: 'ask_signature', due: addHours(start, standardPolicy.noteGraceHours) };
  expect(next({ state: 'completed', unsigned })).toMatchObject(asked);
  expect(next({ state: 'completed', unsigned: { ...unsigned, asked: true } })).toEqual({ kind: 'nothing_more' });
});

test.each([
  ['owed, and the client was told', { noticeOwed: true, messages: [message('sent', 'r_48h')] }, 'notice'],
  [
    'owed, and nobody knows whether she was told',
    { noticeOwed: true, messages: [message('unknown', 'r_48h')] },
    'notice',
  ],
  [
    'owed, but it turned out that she was not told',
    { noticeOwed: true, messages: [message('refused', 'r_48h')] },
    undefined,
  ],
  ['owed, and sent', { noticeOwed: true, messages: [message('sent', 'r_48h'), message('sent', 'notice')] }, undefined],
  [
    'owed, but it would have begun by now',
    { noticeOwed: true, messages: [message('sent', 'r_48h')], now: start },
    undefined,
  ],
  [
    'owed, and nothing reaches her',
    {
      noticeOwed: true,
      messages: [message('sent', 'r_48h')],
      reach: { sms: 'no_consent', email: 'no_contact' } as const,
    },
    undefined,
  ],
  ['not owed', { messages: [message('sent', 'r_48h')] }, undefined],
])('a cancellation is told when it is %s', (_, given, step) => {
  const planned = next({ state: 'cancelled', ...given });
  expect(planned.kind === 'step' ? planned.step : undefined).toBe(step);
});

test('a notice goes by text, else by mail, and stays with what it began with', () => {
  expect(noticeChannel(facts({}))).toBe('sms');
  expect(noticeChannel(facts({ reach: { sms: 'no_consent', email: null } }))).toBe('email');
  expect(noticeChannel(facts({ messages: [message('planned', 'notice', { channel: 'email' })] }))).toBe('email');
});

test('a message may go out again while it is of this occurrence, ahead, of use, and welcome', () => {
  const one = message('claimed', 'r_48h');
  expect(stillValid(facts({}), one)).toBe(true);
  expect(stillValid(facts({ state: 'cancelled' }), one)).toBe(false);
  expect(stillValid(facts({ now: addHours(start, -15) }), one)).toBe(false);
  expect(stillValid(facts({ plan: [] }), one)).toBe(false);
  expect(stillValid(facts({ reach: { sms: 'no_consent', email: null } }), one)).toBe(false);
  expect(stillValid(facts({}), { ...one, occurrence: 2 })).toBe(false);
});
