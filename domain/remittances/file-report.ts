import type { PracticeTx } from '../database/practice-tx';

/** What became of a remittance file. Money is integer cents. */
export interface FileReport {
  readonly disposition: 'post' | 'post-with-exceptions' | 'quarantine' | 'duplicate';
  readonly reason?: string;
  readonly remittances: readonly {
    readonly stOrdinal: number;
    readonly trn02: string;
    readonly bprCents: number;
    readonly appliedCents: number;
    readonly unappliedCents: number;
    readonly plbCents: number;
  }[];
  readonly exceptions: readonly {
    readonly stOrdinal: number;
    readonly clpOrdinal: number;
    readonly clp01: string;
    readonly reason: string;
    readonly candidate?: string;
  }[];
}

/** Reports on a file that has been read and posted. */
export async function reportOnFile(tx: PracticeTx, fileId: string): Promise<FileReport> {
  const file = await tx.one<{ state: string; reason: string | null }>`
    select state, reason from edi_files where practice_id = ${tx.practiceId} and id = ${fileId}`;
  const found = await tx.all<{
    id: string;
    ordinal: number;
    trace_number: string;
    paid_cents: number;
    state: string;
    reason: string | null;
    applied: number;
    waiting: number;
    plb: number;
  }>`
    select r.id, r.ordinal, r.trace_number, r.paid_cents, r.state, r.reason,
           coalesce((select sum(c.paid_cents) from remittance_claims c where c.practice_id = r.practice_id and c.remittance_id = r.id and c.state = 'posted'), 0)::bigint as applied,
           coalesce((select sum(c.paid_cents) from remittance_claims c where c.practice_id = r.practice_id and c.remittance_id = r.id and c.state = 'review'), 0)::bigint as waiting,
           coalesce((select sum(a.cents) from remittance_adjustments a where a.practice_id = r.practice_id and a.remittance_id = r.id), 0)::bigint as plb
      from remittances r where r.practice_id = ${tx.practiceId} and r.file_id = ${fileId} order by r.ordinal`;
  const review = await tx.all<{
    ordinal: number;
    clp: number;
    control_number: string;
    reason: string | null;
    candidate: string | null;
  }>`
    select r.ordinal, c.ordinal as clp, c.control_number, c.reason, k.control_number as candidate
      from remittance_claims c
      join remittances r on r.practice_id = c.practice_id and r.id = c.remittance_id
      left join claims k on k.practice_id = c.practice_id and k.id = c.candidate_id
     where c.practice_id = ${tx.practiceId} and r.file_id = ${fileId} and c.state = 'review' order by r.ordinal, c.ordinal`;
  const reason = file?.reason ?? found.find((one) => one.reason !== null)?.reason;
  return {
    disposition: dispositionOf(file?.state, found, review.length),
    ...(reason && { reason }),
    remittances: found.map((one) => ({
      stOrdinal: one.ordinal,
      trn02: one.trace_number,
      bprCents: one.paid_cents,
      appliedCents: one.applied,
      unappliedCents: one.waiting,
      plbCents: one.plb,
    })),
    exceptions: review.map((one) => ({
      stOrdinal: one.ordinal,
      clpOrdinal: one.clp,
      clp01: one.control_number,
      reason: one.reason ?? '',
      ...(one.candidate !== null && { candidate: one.candidate }),
    })),
  };
}

function dispositionOf(
  state: string | undefined,
  remittances: readonly { readonly state: string }[],
  exceptions: number,
): FileReport['disposition'] {
  if (state !== 'read' || remittances.some((one) => one.state === 'quarantined')) return 'quarantine';
  if (remittances.length > 0 && remittances.every((one) => one.state === 'duplicate')) return 'duplicate';
  return exceptions > 0 ? 'post-with-exceptions' : 'post';
}
