import type { WorkItemsRow } from '../../domain/database/tables.generated';
import type { LookupAnswer, Repeat, SendAnswer } from '../../domain/messages/message-port';
import { claimStep } from '../../domain/reminders/claim-step';
import type { Message } from '../../domain/reminders/facts';
import { messageFrom } from '../../domain/reminders/facts';
import type { Claim, Claimed, Means } from '../../domain/reminders/means';
import { planAppointment } from '../../domain/reminders/plan-appointment';
import { recordAnswer } from '../../domain/reminders/record-answer';
import { recordReport } from '../../domain/reminders/record-report';
import { standardTiming } from '../../domain/reminders/timing';
import type { NextStep } from '../../domain/next-step/next-step';
import { cancelAppointment } from '../../domain/schedule/cancel-appointment';
import { moveAppointment } from '../../domain/schedule/move-appointment';
import { readAppointment } from '../../domain/schedule/appointment';
import { restoreAppointment } from '../../domain/schedule/restore-appointment';
import { type Instant, addHours, addMinutes, instantOf } from '../../domain/time/instant';
import { newId } from '../../domain/ids';
import { type TestPractice, anAppointment, preciseWall } from './invented-practice';

/** One text an hour before the start, day and night. */
export const oneText = {
  quietFromMinute: 0,
  quietUntilMinute: 0,
  reminders: [{ code: 'reminder_1h', channel: 'sms' as const, hoursBefore: 1 }],
};

export const reminder = 'reminder_1h';

/** What an activity would hand in; the words are not the matter here. */
export const meansWith = (repeat: Repeat, more: Partial<Means> = {}): Means => ({
  ports: { sms: { vendor: 'sandbox', repeat }, email: { vendor: 'sandbox', repeat } },
  timing: standardTiming,
  spreadSeconds: 0,
  write: (_, kind) => ({ subject: null, body: `${kind} {link}` }),
  ...more,
});

/** One appointment whose clock and vendor are the test's: no workflow, no waiting. */
export interface Life {
  readonly id: string;
  readonly due: Instant;
  readonly start: Instant;
  /** The last instant at which its reminder says something new. */
  readonly usefulUntil: Instant;
  now: Instant;
  pass(ms: number): void;
  plan(): Promise<NextStep>;
  /** The first half of a step, as it was planned for an occurrence. */
  claim(step?: string, occurrence?: number): Promise<Claim>;
  /** The first half of whatever is planned. */
  claimNext(): Promise<Claim>;
  /** The second half. */
  answer(claim: Claim, answer: SendAnswer | LookupAnswer): Promise<NextStep>;
  /** A callback about a message; the first one unless said. */
  report(state?: 'accepted' | 'delivered' | 'failed', code?: string, messageId?: string): Promise<void>;
  move(): Promise<void>;
  cancel(): Promise<void>;
  restore(): Promise<void>;
  messages(): Promise<readonly Message[]>;
  message(kind?: string): Promise<Message | undefined>;
  /** Causes of open work. */
  work(): Promise<readonly string[]>;
  /** What became of the reminder, what is open, and what comes next, in one line. */
  seen(): Promise<string>;
}

export async function aLife(
  practice: TestPractice,
  given: {
    readonly repeat?: Repeat;
    readonly means?: Partial<Means>;
    readonly start: Instant;
    readonly clientId?: string;
  },
): Promise<Life> {
  const { start } = given;
  const means = meansWith(given.repeat ?? 'keyed', given.means);
  const [due, usefulUntil] = [addHours(start, -1), addMinutes(start, -20)];
  const booked = addHours(start, -48);
  const id = await anAppointment(practice, {
    at: start,
    now: booked,
    doubleBook: true,
    ...(given.clientId === undefined ? {} : { clientId: given.clientId }),
  });
  const service = { practiceId: practice.id, service: 'messages' as const };
  const asService: TestPractice['as'] = (_, work) => practice.as(service, work, life.now);
  const asDesk: TestPractice['as'] = (_, work) => practice.as('front_desk', work, life.now);
  const current = () => practice.as('front_desk', (tx) => readAppointment(tx, id));

  const life: Life = {
    id,
    due,
    start,
    usefulUntil,
    now: due,
    pass: (ms) => {
      life.now = instantOf(life.now + ms);
    },
    plan: () => asService(service, (tx) => planAppointment(tx, id, 0)),
    claim: (step = reminder, occurrence = 1) =>
      asService(service, (tx) => claimStep(tx, { id, step, occurrence }, means)),
    async claimNext() {
      const next = await life.plan();
      return next.kind === 'step' ? life.claim(next.step, next.occurrence) : { kind: 'planned', next };
    },
    answer: (claim, answer) => asService(service, (tx) => recordAnswer(tx, claimed(claim), answer, means)),
    async report(state = 'accepted', code, messageId) {
      const id = messageId ?? (await life.messages())[0]?.id ?? newId();
      await asService(service, (tx) =>
        recordReport(tx, { messageId: id, vendorId: 'v-callback', state, code: code ?? null }),
      );
    },
    async move() {
      const { version } = await current();
      const to = preciseWall(addMinutes(start, 7 * 24 * 60));
      await asDesk('front_desk', (tx) => moveAppointment(tx, { id, version, start: to, doubleBook: true }));
    },
    async cancel() {
      const { version } = await current();
      await asDesk('front_desk', (tx) =>
        cancelAppointment(tx, { id, version, reason: 'client_asked', byClient: false }),
      );
    },
    async restore() {
      const { version } = await current();
      await asDesk('front_desk', (tx) => restoreAppointment(tx, { id, version }));
    },
    messages: async () => {
      const rows = await practice.as('front_desk', (tx) =>
        tx.rows('messages').where({ practice_id: practice.id, appointment_id: id }).orderBy('id'),
      );
      return rows.map(messageFrom);
    },
    message: async (kind = reminder) => (await life.messages()).find((one) => one.kind === kind),
    work: async () => {
      const rows = await practice.as('front_desk', (tx) =>
        tx.rows('work_items').where({ practice_id: practice.id, ref_id: id, state: 'open' }).orderBy('cause'),
      );
      return rows.map((row: WorkItemsRow) => row.cause);
    },
    async seen() {
      const next = await life.plan();
      const messages = (await life.messages()).map(
        (one) => `${one.state} #${one.sendNo}${one.row.reason === null ? '' : ` ${one.row.reason}`}`,
      );
      const work = (await life.work()).map((cause) => `work ${cause}`);
      return [...messages, ...work, sayNext(next, life)].join('; ');
    },
  };
  return life;
}

/** What the caller of a claim has to do: `sends #1`, `asks #1`, or nothing outside. */
export const sayCall = (claim: Claim): string => {
  if (claim.kind === 'planned') return 'no call';
  return `${claim.kind === 'send' ? 'sends' : 'asks'} #${claim.message.sendNo}`;
};

export function claimed(claim: Claim): Claimed {
  if (claim.kind === 'planned') throw new Error('nothing was claimed');
  return claim;
}

/** In seconds from now where it is soon; the reminder's own time and those of far steps by name. */
function sayNext(next: NextStep, life: Life): string {
  if (next.kind === 'nothing_more') return 'nothing more';
  const of = next.occurrence === 1 ? next.step : `${next.step} of ${next.occurrence}`;
  if (next.due === null) return of;
  const seconds = Math.round((next.due - life.now) / 1000);
  return seconds > 600 ? of : `${of} in ${seconds} s`;
}
