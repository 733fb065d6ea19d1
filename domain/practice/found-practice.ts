import { Client } from 'pg';
import type { Database } from '../database/database';
import { type MembershipId, type PracticeId, newId } from '../ids';
import { type Zone, isZone } from '../time/wall-time';
import { invalid } from '../problems';
import { type PracticePolicy, standardPolicy } from './policy';

export interface NewPractice {
  readonly name: string;
  readonly zone: Zone;
  readonly phone: string | null;
  readonly policy?: PracticePolicy;
  readonly administrator: {
    readonly email: string;
    /** argon2id, made by the caller. */
    readonly passwordHash: string;
    readonly displayName: string;
  };
}

const kinds = [
  { code: 'intake', name: 'Intake', minutes: 60, buffer: 10, modality: 'office' },
  { code: 'therapy', name: 'Therapy session', minutes: 50, buffer: 10, modality: 'office' },
  { code: 'therapy_short', name: 'Short session', minutes: 30, buffer: 5, modality: 'office' },
  { code: 'telehealth', name: 'Video session', minutes: 50, buffer: 10, modality: 'telehealth' },
] as const;

/**
 * A new practice: its services, first administrator, rules and the usual kinds of appointment.
 * The kernel rows need the operator's login (`migratorUrl`); the rest is written as the new administrator.
 */
export async function foundPractice(
  means: { readonly migratorUrl: string; readonly database: Database },
  request: NewPractice,
): Promise<{ readonly practiceId: PracticeId; readonly membershipId: MembershipId }> {
  if (!isZone(request.zone)) throw invalid('/zone', 'zone_unknown');
  const [practiceId, membershipId] = [newId(), newId()];
  await asOwner(means.migratorUrl, async (sql) => {
    await sql.query('select kernel.found_practice($1, $2, $3, $4, $5)', [
      practiceId,
      newId(),
      membershipId,
      request.administrator.email,
      request.administrator.passwordHash,
    ]);
  });
  const policy = request.policy ?? standardPolicy;
  await means.database.inPractice({ membershipId }, { act: 'practice.found', purpose: 'operations' }, async (tx) => {
    const row = { practice_id: practiceId, id: newId() };
    await tx.rows('practice_profiles').insert({ ...row, name: request.name, zone: request.zone, phone: request.phone });
    await tx.rows('practice_policies').insert({
      ...row,
      effective_from: new Date(0),
      change_free_hours: policy.changeFreeHours,
      missing_grace_minutes: policy.missingGraceMinutes,
      note_grace_hours: policy.noteGraceHours,
      quiet_from_minute: policy.quietFromMinute,
      quiet_until_minute: policy.quietUntilMinute,
      reminders: JSON.stringify(policy.reminders),
      set_by: membershipId,
    });
    await tx.rows('staff').insert({
      practice_id: practiceId,
      id: membershipId,
      display_name: request.administrator.displayName,
      short_name: request.administrator.displayName,
      is_clinician: false,
    });
    await tx.rows('appointment_types').insert(
      kinds.map((kind) => ({
        practice_id: practiceId,
        id: newId(),
        code: kind.code,
        name: kind.name,
        minutes: kind.minutes,
        buffer_minutes: kind.buffer,
        modality: kind.modality,
      })),
    );
  });
  return { practiceId, membershipId };
}

async function asOwner(url: string, work: (sql: Client) => Promise<void>): Promise<void> {
  const sql = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'kept operator' });
  await sql.connect();
  try {
    await sql.query('set role kept_owner');
    await work(sql);
  } finally {
    await sql.end();
  }
}
