import type { PracticeTx } from '../database/practice-tx';
import { type JsonRow, rowFromJson } from '../database/row-from-json';
import type { AppointmentsRow, MessagesRow } from '../database/tables.generated';
import type { AppointmentId } from '../ids';
import type { StoredStep } from '../next-step/next-step';
import { type PracticeRow, practiceFrom } from '../practice/policy';
import { toDate } from '../time/instant';

/** What the database knows of an appointment that decides what happens next with it. */
export interface ReadFacts {
  readonly row: AppointmentsRow;
  readonly stored: StoredStep | undefined;
  readonly practice: ReturnType<typeof practiceFrom>;
  readonly client: ClientRow;
  readonly messages: readonly MessagesRow[];
  /** Someone has been asked whether the client of this occurrence came. */
  readonly asked: boolean;
  /** Someone has been asked to look, because a change could not be told. */
  readonly parked: boolean;
  /** Someone has been asked to mend the settings of a vendor. */
  readonly refused: boolean;
}

interface ClientRow {
  readonly zone: string;
  readonly language: 'en' | 'es';
  readonly kinds: readonly string[];
  readonly consents: readonly string[];
}

type Found = AppointmentsRow & {
  readonly stored: JsonRow<StoredStep> | null;
  readonly practice: PracticeRow;
  readonly client: ClientRow | null;
  readonly messages: readonly JsonRow<MessagesRow>[];
  readonly asked: boolean;
  readonly parked: boolean;
  readonly refused: boolean;
};

const storedFrom = rowFromJson<StoredStep>({ due_at: true, paused_until: true });
const messageRowFrom = rowFromJson<MessagesRow>({
  claimed_at: true,
  lease_until: true,
  next_at: true,
  settled_at: true,
  delivered_at: true,
  failed_at: true,
  created_at: true,
});

/** All of it in one round trip: a reminder reads it four times. Undefined when there is no such appointment. */
export async function readFacts(tx: PracticeTx, id: AppointmentId): Promise<ReadFacts | undefined> {
  const found = await tx.one<Found>`
    select a.*, to_jsonb(p) as practice,
           (select to_jsonb(s) from (select kind, step, occurrence, due_at, params, planned_version, tries, paused_until, hurried_step, hurried_occurrence, ordered_by
                                       from next_steps n where n.practice_id = a.practice_id and n.id = a.id) s) as stored,
           (select jsonb_build_object('zone', c.zone, 'language', c.language,
                     'kinds', array(select distinct k.kind from client_contacts k where k.practice_id = c.practice_id and k.client_id = c.id and k.ended_at is null),
                     'consents', array(select s.channel from message_consents s where s.practice_id = c.practice_id and s.client_id = c.id and s.revoked_at is null))
              from clients c where c.practice_id = a.practice_id and c.id = a.client_id) as client,
           (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from messages m where m.practice_id = a.practice_id and m.appointment_id = a.id) as messages,
           exists (select 1 from work_items w where w.practice_id = a.practice_id and w.entity = 'appointment' and w.ref_id = a.id and w.cause = 'client_missing'
                      and (w.params->>'occurrence')::int = a.occurrence) as asked,
           exists (select 1 from work_items w where w.practice_id = a.practice_id and w.entity = 'appointment' and w.ref_id = a.id and w.cause = 'outbox_parked' and w.state = 'open') as parked,
           exists (select 1 from work_items w where w.practice_id = a.practice_id and w.cause = 'vendor_refuses_us' and w.ref_id = a.practice_id and w.state = 'open') as refused
      from appointments a
      join lateral (select f.name, f.zone, f.phone, o.change_free_hours, o.missing_grace_minutes, o.note_grace_hours, o.quiet_from_minute, o.quiet_until_minute, o.reminders
                      from practice_profiles f
                      join practice_policies o on o.practice_id = f.practice_id and o.effective_from <= ${toDate(tx.now)}
                     where f.practice_id = a.practice_id order by o.effective_from desc limit 1) p on true
     where a.practice_id = ${tx.practiceId} and a.id = ${id}`;
  if (!found) return undefined;
  const { stored, practice, client, messages, asked, parked, refused, ...row } = found;
  if (!client) throw new Error('an appointment without its client');
  return {
    row,
    stored: stored ? storedFrom(stored) : undefined,
    practice: practiceFrom(practice),
    client,
    messages: messages.map(messageRowFrom),
    asked,
    parked,
    refused,
  };
}
