import { mendCharges } from '../claims/mend-charges';
import type { PracticeTx } from '../database/practice-tx';
import type { PayersRow } from '../database/tables.generated';
import { newId } from '../ids';
import { AppError } from '../problems';
import { toDate } from '../time/instant';

export interface NewPayer {
  readonly name: string;
  /** As the clearinghouse knows it. */
  readonly payerId: string;
  /** SBR09: CI commercial, MC Medicaid, MB Medicare… */
  readonly filingIndicator: string;
  readonly telehealthPlace?: '02' | '10';
  readonly telehealthModifier?: '95' | 'GT' | '93' | null;
  /** Days from the service until a first claim, a correction, an appeal is too late; and until an answer is due. */
  readonly filingDays: number;
  readonly correctionDays: number;
  readonly appealDays: number;
  readonly adjudicationDays?: number;
}

/** Answers the payer's id. @throws AppError `duplicate` */
export async function addPayer(tx: PracticeTx, payer: NewPayer): Promise<string> {
  const id = newId();
  await tx.rows('payers').insert({
    practice_id: tx.practiceId,
    id,
    name: payer.name,
    payer_id: payer.payerId,
    filing_indicator: payer.filingIndicator,
    telehealth_place: payer.telehealthPlace ?? '10',
    telehealth_modifier: payer.telehealthModifier ?? null,
    filing_days: payer.filingDays,
    correction_days: payer.correctionDays,
    appeal_days: payer.appealDays,
    adjudication_days: payer.adjudicationDays ?? 30,
  });
  tx.touch({ record: id, fields: ['payer'] });
  await tx.announce('practice', tx.practiceId);
  return id;
}

/** Changes a payer; claims that were sent stay as they were sent. @throws AppError `not_found`, `stale_version`, `duplicate` */
export async function changePayer(
  tx: PracticeTx,
  request: Seen & { readonly change: { readonly [Key in keyof NewPayer]?: NewPayer[Key] | undefined } },
): Promise<void> {
  const row = await lockedPayer(tx, request);
  const { change } = request;
  const columns = {
    name: change.name,
    payer_id: change.payerId,
    filing_indicator: change.filingIndicator,
    telehealth_place: change.telehealthPlace,
    telehealth_modifier: change.telehealthModifier,
    filing_days: change.filingDays,
    correction_days: change.correctionDays,
    appeal_days: change.appealDays,
    adjudication_days: change.adjudicationDays,
  };
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  await tx
    .rows('payers')
    .where({ practice_id: tx.practiceId, id: row.id })
    .update({ ...given, version: row.version + 1 });
  tx.touch({ record: row.id, fields: ['payer'] });
  await tx.announce('practice', tx.practiceId);
}

/** No new insurance is with this payer; those that there are stay. @throws AppError `not_found`, `stale_version`, `wrong_state` */
export async function endPayer(tx: PracticeTx, request: Seen): Promise<void> {
  const row = await lockedPayer(tx, request);
  if (row.ended_at !== null) throw new AppError('wrong_state', { entity: 'payer', state: 'ended' });
  await tx
    .rows('payers')
    .where({ practice_id: tx.practiceId, id: row.id })
    .update({ ended_at: toDate(tx.now), version: row.version + 1 });
  tx.touch({ record: row.id, fields: ['payer'] });
  await tx.announce('practice', tx.practiceId);
}

interface Seen {
  readonly id: string;
  readonly version: number;
}

async function lockedPayer(tx: PracticeTx, { id, version }: Seen): Promise<PayersRow> {
  const row = await tx.rows('payers').where({ practice_id: tx.practiceId, id }).forUpdate().first();
  if (!row) throw new AppError('not_found');
  if (row.version !== version) throw new AppError('stale_version', { version: row.version });
  return row;
}

/**
 * What a code costs from a day on, for one payer or (null) for everyone. Earlier prices stand for earlier days. Answers its id.
 * @throws AppError `duplicate` where one begins on that day, `not_found`
 */
export async function setFee(
  tx: PracticeTx,
  fee: { readonly payerId?: string | null; readonly code: string; readonly cents: number; readonly fromDay: string },
): Promise<string> {
  const id = newId();
  await tx.rows('fees').insert({
    practice_id: tx.practiceId,
    id,
    payer_id: fee.payerId ?? null,
    code: fee.code,
    cents: fee.cents,
    from_day: fee.fromDay,
    set_by: tx.actor,
  });
  tx.touch({ record: id, fields: ['fee'] });
  await tx.announce('practice', tx.practiceId);
  await mendCharges(tx);
  return id;
}
