import type { PracticeTx } from '../database/practice-tx';
import { practiceOf } from '../practice/policy';
import { type Instant, minutesBetween } from '../time/instant';
import { dayAt } from '../time/wall-time';
import { chargeCode } from './charge-code';
import { type MissingForCharge, missingForCharge } from './charge-missing-codes';

/** What a clinician attested of a session. */
export interface Session {
  readonly visitId: string;
  readonly clientId: string;
  readonly clinicianId: string;
  readonly beganAt: Instant;
  readonly endedAt: Instant;
  /** In their order. */
  readonly diagnoses: readonly string[];
}

export interface PlannedCharge {
  readonly coverageId: string;
  readonly payerName: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly placeOfService: string;
  readonly cents: number;
}

export interface ChargePlan {
  /** Of the service, in the practice's zone. */
  readonly day: string;
  readonly minutes: number;
  /** Undefined: too short to bill. */
  readonly code: string | undefined;
  /** Whose insurance holds on the day, if any. */
  readonly payerId: string | undefined;
  readonly missing: readonly MissingForCharge[];
  /** What is billed, where nothing is missing. */
  readonly charge: PlannedCharge | undefined;
}

/** What a session is billed as: shown before a note is signed, and then done by `proposeCharge`. */
export async function planCharge(tx: PracticeTx, session: Session): Promise<ChargePlan> {
  const { zone } = await practiceOf(tx);
  const day = dayAt(session.beganAt, zone);
  const minutes = Math.floor(minutesBetween(session.beganAt, session.endedAt));
  const visit = await tx.one<{ modality: string; type_code: string }>`
    select v.modality, t.code as type_code from visits v
      join appointments a on a.practice_id = v.practice_id and a.id = v.appointment_id
      join appointment_types t on t.practice_id = a.practice_id and t.id = a.type_id
     where v.practice_id = ${tx.practiceId} and v.id = ${session.visitId}`;
  const code = chargeCode(visit?.type_code ?? '', minutes);
  const coverage = await coverageOn(tx, session.clientId, day);
  const cents = code === undefined ? undefined : await feeOn(tx, code, day, coverage?.payer_id ?? null);
  const set = await tx.one<{ npi: boolean; profile: boolean; address: boolean }>`
    select exists (select 1 from clinician_billing where practice_id = ${tx.practiceId} and id = ${session.clinicianId}) as npi,
           exists (select 1 from billing_profiles where practice_id = ${tx.practiceId} and from_day <= ${day}::date) as profile,
           exists (select 1 from client_billing where practice_id = ${tx.practiceId} and id = ${session.clientId}) as address`;
  const lacks: Readonly<Record<MissingForCharge, boolean>> = {
    too_short: code === undefined,
    diagnosis: session.diagnoses.length === 0,
    coverage: coverage === undefined,
    fee: code !== undefined && cents === undefined,
    clinician_npi: !set?.npi,
    billing_profile: !set?.profile,
    client_address: !set?.address,
  };
  const missing = missingForCharge.filter((one) => lacks[one]);
  const known = { day, minutes, code, payerId: coverage?.payer_id, missing };
  if (missing.length > 0 || code === undefined || !coverage || cents === undefined)
    return { ...known, charge: undefined };
  const byVideo = visit?.modality === 'telehealth';
  return {
    ...known,
    charge: {
      coverageId: coverage.id,
      payerName: coverage.payer_name,
      code,
      modifiers: byVideo && coverage.telehealth_modifier !== null ? [coverage.telehealth_modifier] : [],
      placeOfService: byVideo ? coverage.telehealth_place : '11',
      cents,
    },
  };
}

/** The insurance that is asked first on a day. */
const coverageOn = (tx: PracticeTx, clientId: string, day: string) => tx.one<{
  id: string;
  payer_id: string;
  payer_name: string;
  telehealth_place: string;
  telehealth_modifier: string | null;
}>`
  select c.id, c.payer_id, y.name as payer_name, y.telehealth_place, y.telehealth_modifier from coverages c
    join payers y on y.practice_id = c.practice_id and y.id = c.payer_id
   where c.practice_id = ${tx.practiceId} and c.client_id = ${clientId} and c.from_day <= ${day}::date
     and (c.until_day is null or c.until_day >= ${day}::date)
   order by c.rank limit 1`;

/** What a code costs on a day: the payer's own fee before everyone's, the latest that has begun. */
export async function feeOn(
  tx: PracticeTx,
  code: string,
  day: string,
  payerId: string | null,
): Promise<number | undefined> {
  const fee = await tx.one<{ cents: number }>`
    select cents from fees where practice_id = ${tx.practiceId} and code = ${code} and from_day <= ${day}::date
       and (payer_id is null or payer_id = ${payerId}) order by payer_id nulls last, from_day desc limit 1`;
  return fee?.cents;
}
