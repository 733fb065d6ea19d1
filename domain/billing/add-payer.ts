import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';

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
  return id;
}

/** What a code costs from a day on, for one payer or (null) for everyone. Earlier prices stand for earlier days. */
export async function setFee(
  tx: PracticeTx,
  fee: { readonly payerId?: string | null; readonly code: string; readonly cents: number; readonly fromDay: string },
): Promise<void> {
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
}
