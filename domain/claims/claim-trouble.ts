import type { PracticeTx } from '../database/practice-tx';
import { type Instant, fromDate } from '../time/instant';
import type { RemittanceClaim } from '../x12/remittance';
import { causesIn } from './claim-cause-codes';

/** Why a claim waits for a person. */
export interface ClaimTrouble {
  readonly kind: 'blocked' | 'rejected' | 'denied';
  readonly at: Instant;
  /** As they came: rules of the scrub, codes of an answer, group and reason of an adjustment. */
  readonly causes: readonly string[];
  /** Remark codes beside them. */
  readonly remarks: readonly string[];
  /** Claims of the same payer that wait for the first of these causes, this one among them, and what of them is open. */
  readonly same: { readonly cause: string; readonly claims: number; readonly openCents: number } | null;
}

interface Claim {
  readonly id: string;
  readonly state: string;
  readonly payer_id: string;
}

/** Undefined: the claim does not wait for a person. */
export async function claimTrouble(tx: PracticeTx, claim: Claim): Promise<ClaimTrouble | undefined> {
  const { state } = claim;
  if (state !== 'blocked' && state !== 'rejected' && state !== 'denied') return undefined;
  const event = await tx.one<{ at: Date; params: Record<string, unknown>; evidence_key: string }>`
    select at, params, evidence_key from claim_events
     where practice_id = ${tx.practiceId} and claim_id = ${claim.id} and kind = ${state} order by at desc, id desc limit 1`;
  if (!event) return undefined;
  const causes = causesIn(event.params);
  const [first] = causes;
  return {
    kind: state,
    at: fromDate(event.at),
    causes,
    remarks: state === 'denied' ? await remarksOf(tx, claim.id, event.evidence_key) : [],
    same: first === undefined ? null : await sameCause(tx, claim, first),
  };
}

async function remarksOf(tx: PracticeTx, claimId: string, evidence: string): Promise<readonly string[]> {
  const row = await tx.one<{ content: RemittanceClaim }>`
    select content from remittance_claims where practice_id = ${tx.practiceId} and claim_id = ${claimId} and id::text = ${evidence}`;
  if (!row) return [];
  return [...new Set([...row.content.remarks, ...row.content.lines.flatMap(({ remarks }) => remarks)])];
}

async function sameCause(tx: PracticeTx, claim: Claim, cause: string): Promise<ClaimTrouble['same']> {
  const row = await tx.one<{ claims: number; openCents: number }>`
    select count(*)::int as claims, coalesce(sum(c.charge_cents - coalesce(m.placed, 0)), 0)::bigint as "openCents"
      from claims c
      join lateral (select e.params from claim_events e where e.practice_id = c.practice_id and e.claim_id = c.id and e.kind = c.state
                     order by e.at desc, e.id desc limit 1) w on true
      left join lateral (select sum(cents) as placed from ledger_lines b where b.practice_id = c.practice_id and b.claim_id = c.id
                            and b.account in ('unapplied', 'contractual', 'client', 'write_off')) m on true
     where c.practice_id = ${tx.practiceId} and c.payer_id = ${claim.payer_id} and c.state = ${claim.state}
       and ${cause} = any (string_to_array(coalesce(w.params ->> 'codes', w.params ->> 'rules'), ', '))`;
  return row ? { cause, ...row } : null;
}
