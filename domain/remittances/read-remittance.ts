import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { type Instant, fromDate } from '../time/instant';
import { type ListedRemittance, listRemittances } from './list-remittances';
import { remittanceTotals, type RemittanceTotals } from './remittance-totals';

export interface RemittanceRecord extends ListedRemittance {
  /** Which payment of its file it is, from 1. */
  readonly ordinal: number;
  /** BPR01. */
  readonly handling: string;
  readonly payerIdentifier: string | null;
  readonly payeeNpi: string | null;
  readonly postedAt: Instant | null;
  readonly undoneAt: Instant | null;
  readonly file: {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly cameBy: string;
    readonly broughtBy: string | null;
  };
  /** What the payer moved beside the claims. */
  readonly adjustments: readonly ProviderAdjustmentRow[];
  readonly totals: RemittanceTotals;
  /** The same payment as it was posted, where this one came again or says something else under its number. */
  readonly twinId: string | null;
}

export interface ProviderAdjustmentRow {
  readonly ordinal: number;
  readonly code: string;
  readonly reference: string | null;
  /** Positive: takes from the payment. */
  readonly cents: number;
}

interface Further {
  readonly ordinal: number;
  readonly handling: string;
  readonly payer_identifier: string | null;
  readonly payee_npi: string | null;
  readonly posted_at: Date | null;
  readonly undone_at: Date | null;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly came_by: string;
  readonly brought_by: string | null;
  readonly twin_id: string | null;
}

/** One payment whole: who paid, how, from which file, and where each cent is. @throws AppError `not_found` */
export async function readRemittance(tx: PracticeTx, id: string): Promise<RemittanceRecord> {
  const { rows } = await listRemittances(tx, { ids: [id] }, { sort: 'receivedAt', order: 'DESC', offset: 0, limit: 1 });
  const [listed] = rows;
  const further = await tx.one<Further>`
    select r.ordinal, r.handling, r.payer_identifier, r.payee_npi, r.posted_at, r.undone_at, f.name, f.bytes,
           encode(f.sha256, 'hex') as sha256, f.came_by, s.short_name as brought_by,
           (select t.id from remittances t where t.practice_id = r.practice_id and t.trace_number = r.trace_number and t.id <> r.id
               and (t.trace_key = r.trace_key or starts_with(t.trace_key, r.trace_key || '|'))
               and t.state in ('posting', 'posted') order by t.content_hash = r.content_hash desc limit 1) as twin_id
      from remittances r
      join edi_files f on f.practice_id = r.practice_id and f.id = r.file_id
      left join staff s on s.practice_id = f.practice_id and s.id = f.ordered_by
     where r.practice_id = ${tx.practiceId} and r.id = ${id}`;
  if (!listed || !further) throw new AppError('not_found');
  const adjustments = await tx.all<ProviderAdjustmentRow>`
    select ordinal, code, reference, cents from remittance_adjustments
     where practice_id = ${tx.practiceId} and remittance_id = ${id} and cents <> 0 order by ordinal`;
  return {
    ...listed,
    ordinal: further.ordinal,
    handling: further.handling,
    payerIdentifier: further.payer_identifier,
    payeeNpi: further.payee_npi,
    postedAt: further.posted_at && fromDate(further.posted_at),
    undoneAt: further.undone_at && fromDate(further.undone_at),
    file: {
      name: further.name,
      bytes: further.bytes,
      sha256: further.sha256,
      cameBy: further.came_by,
      broughtBy: further.brought_by,
    },
    adjustments,
    totals: await remittanceTotals(tx, id, listed.paidCents),
    twinId: further.twin_id,
  };
}
