import type { PracticeTx } from '../database/practice-tx';
import { type Instant, fromDate } from '../time/instant';
import { type ClaimEventKind, isUndo, undoneBy } from './claim-event-kinds';

/** Something that happened to a claim, as far as rules look at it. */
export interface ClaimEvent {
  readonly kind: ClaimEventKind;
  readonly versionNo: number;
  readonly at: Instant;
  readonly evidenceKey: string;
}

/** Everything that happened to a claim and was not taken back by us, in order. */
export async function claimEvents(tx: PracticeTx, claimId: string): Promise<readonly ClaimEvent[]> {
  const rows = await tx.all<{ kind: ClaimEventKind; version_no: number; at: Date; evidence_key: string }>`
    select kind, version_no, at, evidence_key from claim_events
     where practice_id = ${tx.practiceId} and claim_id = ${claimId} order by at, id`;
  const undone = new Set(rows.flatMap((row) => (isUndo(row.evidence_key) ? undoneBy(row.evidence_key) : [])));
  return rows
    .filter(({ evidence_key: key }) => !isUndo(key) && !undone.has(key))
    .map((row) => ({
      kind: row.kind,
      versionNo: row.version_no,
      at: fromDate(row.at),
      evidenceKey: row.evidence_key,
    }));
}

/**
 * The last version of a claim that its payer has in its books: one that it decided on, or took in and did not reject afterwards.
 * Undefined: the payer knows nothing of the claim, and a version of it is the first one.
 */
export function versionTakenIn(events: readonly ClaimEvent[]): number | undefined {
  const rejected = new Set(events.filter(({ kind }) => kind === 'rejected').map(({ versionNo }) => versionNo));
  const taken = events.filter(
    ({ kind, versionNo }) => isDecision(kind) || (kind === 'accepted' && !rejected.has(versionNo)),
  );
  return taken.length === 0 ? undefined : Math.max(...taken.map(({ versionNo }) => versionNo));
}

/** Whether the payer decided, or took a decision back. */
export const isDecision = (kind: ClaimEventKind): boolean => ['adjudicated', 'denied', 'reversed'].includes(kind);
