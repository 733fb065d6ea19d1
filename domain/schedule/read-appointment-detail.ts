import type { PracticeTx } from '../database/practice-tx';
import type { MessageState } from '../messages/message-state';
import { messageOf } from '../reminders/appointment-steps';
import { appointmentFacts } from '../reminders/facts';
import { AppError } from '../problems';
import { type Instant, fromDate } from '../time/instant';
import { freeUntil } from './late-cancellation';
import { type ListedAppointment, listAppointments } from './list-appointments';

export interface AppointmentDetail extends ListedAppointment {
  readonly changeFreeUntil: Instant;
  readonly cancelReason: string | null;
  readonly reminders: readonly {
    readonly code: string;
    readonly channel: 'sms' | 'email';
    readonly due: Instant;
    readonly usefulUntil: Instant;
    readonly unreachable: 'no_consent' | 'no_contact' | null;
    readonly messageId: string | null;
    readonly messageState: MessageState | null;
    readonly sentAt: Instant | null;
    readonly deliveredAt: Instant | null;
    readonly failedAt: Instant | null;
  }[];
}

/** One appointment, with the plan that its workflow follows. @throws AppError `not_found` */
export async function readAppointmentDetail(tx: PracticeTx, id: string): Promise<AppointmentDetail> {
  const { rows } = await listAppointments(tx, { ids: [id] }, { order: 'ASC', offset: 0, limit: 1 });
  const [row] = rows;
  const facts = row && (await appointmentFacts(tx, id));
  if (!row || !facts) throw new AppError('not_found');
  return {
    ...row,
    changeFreeUntil: freeUntil(row.startsAt, facts.practice.policy),
    cancelReason: facts.appointment.cancel_reason,
    reminders: facts.plan.map((reminder) => {
      const message = messageOf(facts, reminder);
      return {
        ...reminder,
        messageId: message?.id ?? null,
        messageState: message?.state ?? null,
        sentAt: maybe(message?.state === 'sent' ? message.row.settled_at : null),
        deliveredAt: maybe(message?.row.delivered_at ?? null),
        failedAt: maybe(message?.row.failed_at ?? null),
      };
    }),
  };
}

const maybe = (date: Date | null): Instant | null => (date === null ? null : fromDate(date));
