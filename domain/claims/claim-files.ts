import type { PracticeTx } from '../database/practice-tx';
import { type Instant, fromDate } from '../time/instant';
import { controlText } from './batch-header';

/** A file that carried a claim, or an answer to it. */
export interface ClaimFile {
  readonly id: string;
  /** `837`, `999`, `277CA`, `TA1`, `835`; null where nothing has told yet. */
  readonly kind: string | null;
  readonly direction: 'in' | 'out';
  readonly at: Instant;
  readonly bytes: number;
  /** Where in it the claim stands: bytes from, and up to but not with. Null: it is about the whole file, or not known. */
  readonly place: { readonly from: number; readonly until: number } | null;
  /** Which version of the claim it is about. */
  readonly versionNo: number | null;
  readonly batch: { readonly id: string; readonly controlNumber: string } | null;
  readonly remittance: { readonly id: string; readonly traceNumber: string } | null;
}

interface Row {
  readonly id: string;
  readonly kind: string | null;
  readonly direction: 'in' | 'out';
  readonly at: Date;
  readonly bytes: number;
  readonly from_byte: number | null;
  readonly until_byte: number | null;
  readonly version_no: number | null;
  readonly batch_id: string | null;
  readonly interchange: number | null;
  readonly remittance_id: string | null;
  readonly trace_number: string | null;
}

/** The files that touched a claim, newest first: those that it left in, those that answered, those that paid. */
export async function claimFiles(tx: PracticeTx, claimId: string): Promise<readonly ClaimFile[]> {
  const rows = await tx.all<Row>`
    select f.id, f.kind, f.direction, f.at, f.bytes, g.from_byte, g.until_byte, g.version_no, b.id as batch_id, b.interchange_control as interchange,
           null::uuid as remittance_id, null as trace_number
      from claim_sendings g
      join claim_batches b on b.practice_id = g.practice_id and b.id = g.batch_id
      join edi_files f on f.practice_id = b.practice_id and f.id = b.file_id
     where g.practice_id = ${tx.practiceId} and g.claim_id = ${claimId}
    union all
    select f.id, f.kind, f.direction, f.at, f.bytes, null, null, max(e.version_no), null, null, null, null
      from claim_events e
      join edi_files f on f.practice_id = e.practice_id and f.id = e.file_id and f.direction = 'in' and f.kind is distinct from '835'
     where e.practice_id = ${tx.practiceId} and e.claim_id = ${claimId} group by f.id, f.kind, f.direction, f.at, f.bytes
    union all
    select f.id, f.kind, f.direction, f.at, f.bytes, c.offset_bytes, c.until_byte, null, null, null, r.id, r.trace_number
      from remittance_claims c
      join remittances r on r.practice_id = c.practice_id and r.id = c.remittance_id
      join edi_files f on f.practice_id = r.practice_id and f.id = r.file_id
     where c.practice_id = ${tx.practiceId} and c.claim_id = ${claimId}
     order by 4 desc, 1, 6`;
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    direction: row.direction,
    at: fromDate(row.at),
    bytes: row.bytes,
    place: row.from_byte === null || row.until_byte === null ? null : { from: row.from_byte, until: row.until_byte },
    versionNo: row.version_no,
    batch:
      row.batch_id === null || row.interchange === null
        ? null
        : { id: row.batch_id, controlNumber: controlText(row.interchange) },
    remittance: row.remittance_id === null ? null : { id: row.remittance_id, traceNumber: row.trace_number ?? '' },
  }));
}
