import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { noteClaimEvent } from '../claims/note-claim-event';
import { type Posting, postEntry } from '../ledger/post-entry';
import { type Cents, centsOf, negated } from '../money/cents';
import { healWork } from '../work/close-work-item';
import { openWorkItem } from '../work/open-work-item';
import type { RemittanceClaim } from '../x12/remittance';
import { claimEffect, pair } from './claim-effect';
import { type Said, shareChange, shareOf } from './client-share';
import { type OurClaim, claimBy, matchClaim } from './match-claim';
import type { ReviewReason } from './remittance-codes';
import { remittanceClaimLife } from './remittance-claim-state';

interface Row {
  readonly id: string;
  readonly remittance_id: string;
  readonly ordinal: number;
  readonly state: string;
  readonly status: string;
  readonly version: number;
  readonly content: unknown;
}

interface Decided {
  readonly ours: OurClaim;
  /** The person who decided that it is this claim; undefined where its numbers say so. */
  readonly by: string | undefined;
}

/**
 * Posts what a payer said of one claim, or puts it where a person decides. One transaction; done again it does nothing.
 * @param claimId a person has decided that it is this claim
 */
export async function postRemittanceClaim(
  tx: PracticeTx,
  id: string,
  day: string,
  claimId?: string,
): Promise<'posted' | 'review' | 'informed' | 'before'> {
  const row = await locked(tx, 'remittance_claims', id);
  if (row.state !== 'found' && row.state !== 'review') return 'before';
  const said = row.content as RemittanceClaim;
  if (said.status === '25') {
    const match = await matchClaim(tx, said);
    return inform(tx, row, match.kind === 'certain' ? match.claim : undefined);
  }
  const match = claimId === undefined ? await matchClaim(tx, said) : await decided(tx, claimId);
  if (match.kind === 'review') return review(tx, row, match.reason, match.candidate);
  return post(tx, row, said, { ours: match.claim, by: claimId === undefined ? undefined : tx.actor }, day);
}

async function decided(tx: PracticeTx, claimId: string) {
  const claim = await claimBy(tx, 'id', claimId);
  return claim
    ? ({ kind: 'certain', claim } as const)
    : ({ kind: 'review', reason: 'unmatched', candidate: undefined } as const);
}

async function post(
  tx: PracticeTx,
  row: Row,
  said: RemittanceClaim,
  { ours, by }: Decided,
  day: string,
): Promise<'posted' | 'review'> {
  const claim = await locked(tx, 'claims', ours.claimId);
  const isReversal = said.status === '22';
  const original = isReversal ? await originalOf(tx, said, ours.claimId) : undefined;
  if (isReversal && !original) return review(tx, row, 'reversal_without_original', ours);
  const effect = claimEffect(said, ours, by !== undefined);
  if (!effect) return review(tx, row, 'lines_unmatched', ours);

  const sequence = original?.sequence ?? sequenceOf(said.status, claim.rank);
  const shares = await shareCorrections(tx, ours, said.status, sequence, shareOf(effect));
  await postEntry(tx, {
    kind: 'remittance_claim',
    postingKey: await postingKey(tx, row),
    day,
    remittanceId: row.remittance_id,
    remittanceClaimId: row.id,
    postings: [...effect, ...shares],
  });
  await move(tx, 'remittance_claims', remittanceClaimLife, row, 'post', {
    claim_id: ours.claimId,
    client_id: ours.clientId,
    candidate_id: null,
    reason: null,
    sequence,
    reverses_id: original?.id ?? null,
    resolved_by: by ?? null,
  });
  if (row.state === 'review') await healWork(tx, row.id, ['remittance_review']);
  const refusals = effect.filter(({ account, cents }) => account === 'denial' && cents > 0);
  const denied = refusals.length > 0;
  const params = { codes: [...new Set(refusals.map(({ reason }) => reason))].join(', ') };
  await noteClaimEvent(tx, claim, {
    kind: isReversal ? 'reversed' : denied ? 'denied' : 'adjudicated',
    evidenceKey: row.id,
    payerControlNumber: said.payerControlNumber,
    ...(denied && { params }),
  });
  if (denied)
    await openWorkItem(tx, {
      cause: 'claim_denied',
      entity: 'claim',
      refId: ours.claimId,
      clientId: ours.clientId,
      params,
    });
  if (effect.some(({ account }) => account === 'client') || shares.length > 0)
    await tx.announce('balance', ours.clientId);
  if (!isReversal) await takeWaitingReversals(tx, ours.claimId, day);
  return 'posted';
}

/** One word of a payer is posted once. A reversal that had to wait again, because its payment was taken back, is another event. */
async function postingKey(tx: PracticeTx, row: Row): Promise<string> {
  const key = `clp/${row.remittance_id}/${String(row.ordinal)}`;
  if (row.state === 'found') return key;
  const before = await tx.one<{ n: number }>`
    select count(*)::int as n from ledger_entries
     where practice_id = ${tx.practiceId} and remittance_claim_id = ${row.id} and kind = 'remittance_claim'`;
  return before && before.n > 0 ? `${key}/${String(before.n + 1)}` : key;
}

/** A reversal that came before what it takes back was waiting for it. */
export async function takeWaitingReversals(tx: PracticeTx, claimId: string, day: string): Promise<void> {
  const waiting = await tx.all<{ id: string }>`
    select id from remittance_claims where practice_id = ${tx.practiceId} and state = 'review'
       and reason = 'reversal_without_original' and candidate_id = ${claimId} order by id`;
  for (const { id } of waiting) await postRemittanceClaim(tx, id, day);
}

/** 1, 19: first payer; 2, 20: second; 3, 21: third. A denial (4) and others speak as the claim's own payer. */
function sequenceOf(status: string, rank: number): number {
  if (status === '1' || status === '19') return 1;
  if (status === '2' || status === '20') return 2;
  return status === '3' || status === '21' ? 3 : rank;
}

/** What a reversal takes back: of the same claim, by the payer's number where it has one, the same sums, not taken back yet. */
export async function originalOf(
  tx: PracticeTx,
  said: RemittanceClaim,
  claimId: string,
): Promise<{ id: string; sequence: number } | undefined> {
  return tx.one<{ id: string; sequence: number }>`
    select o.id, o.sequence from remittance_claims o
     where o.practice_id = ${tx.practiceId} and o.claim_id = ${claimId} and o.state = 'posted' and o.status <> '22'
       and o.paid_cents = ${negated(said.paid)} and o.charge_cents = ${negated(said.charge)}
       and (${said.payerControlNumber ?? null}::text is null or o.payer_control_number is null
            or o.payer_control_number = ${said.payerControlNumber ?? null})
       and not exists (select 1 from remittance_claims r
                        where r.practice_id = o.practice_id and r.reverses_id = o.id and r.state = 'posted')
     order by o.id limit 1`;
}

/** Postings by which the last payer in turn decides what the client owes, whoever spoke when. */
async function shareCorrections(
  tx: PracticeTx,
  ours: OurClaim,
  status: string,
  sequence: number,
  fresh: readonly { readonly chargeId: string | null; readonly cents: Cents }[],
): Promise<readonly Posting[]> {
  const before = await shareWords(tx, ours.claimId);
  const heard: Said[] = status === '4' ? [] : [{ chargeId: null, sequence, cents: centsOf(0) }];
  const said = [...before.said, ...heard, ...fresh.map((one) => ({ ...one, sequence }))];
  const stands = new Map(before.stands);
  for (const { chargeId, cents } of fresh) stands.set(chargeId, centsOf((stands.get(chargeId) ?? 0) + cents));
  return [...shareChange(said, stands)].flatMap(([chargeId, cents]) => pair(ours, chargeId, 'client', cents, 'turn'));
}

/** What payers have said of the client's share so far, and what of it stands in the books. */
export async function shareWords(
  tx: PracticeTx,
  claimId: string,
): Promise<{ readonly said: readonly Said[]; readonly stands: ReadonlyMap<string | null, Cents> }> {
  const said = await tx.all<{ charge_id: string | null; sequence: number; cents: number }>`
    select l.charge_id, r.sequence, coalesce(sum(l.cents), 0)::bigint as cents
      from remittance_claims r
      left join ledger_entries e on e.practice_id = r.practice_id and e.remittance_claim_id = r.id and e.kind = 'remittance_claim'
       and not exists (select 1 from ledger_entries u where u.practice_id = e.practice_id and u.undoes_id = e.id)
      left join ledger_lines l on l.practice_id = e.practice_id and l.entry_id = e.id and l.account = 'client' and l.reason like 'PR-%'
     where r.practice_id = ${tx.practiceId} and r.claim_id = ${claimId} and r.state = 'posted' and r.status <> '4'
     group by 1, 2`;
  const stands = await tx.all<{ charge_id: string | null; cents: number }>`
    select charge_id, sum(cents)::bigint as cents from ledger_lines
     where practice_id = ${tx.practiceId} and claim_id = ${claimId} and account = 'client' group by 1`;
  return {
    said: said.map((one) => ({ chargeId: one.charge_id, sequence: one.sequence, cents: centsOf(one.cents) })),
    stands: new Map(stands.map((one) => [one.charge_id, centsOf(one.cents)])),
  };
}

async function inform(tx: PracticeTx, row: Row, ours: OurClaim | undefined): Promise<'informed'> {
  await move(tx, 'remittance_claims', remittanceClaimLife, row, 'inform', {
    claim_id: ours?.claimId ?? null,
    client_id: ours?.clientId ?? null,
  });
  return 'informed';
}

/** What could not be posted waits for a person, and does not hold up the others. */
export async function putToReview(tx: PracticeTx, id: string, reason: ReviewReason): Promise<void> {
  const row = await locked(tx, 'remittance_claims', id);
  if (row.state === 'found') await review(tx, row, reason, undefined);
}

async function review(
  tx: PracticeTx,
  row: Row,
  reason: ReviewReason,
  candidate: OurClaim | undefined,
): Promise<'review'> {
  if (row.state === 'review') return 'review';
  await move(tx, 'remittance_claims', remittanceClaimLife, row, 'review', {
    reason,
    candidate_id: candidate?.claimId ?? null,
  });
  await openWorkItem(tx, {
    cause: 'remittance_review',
    entity: 'remittance_claim',
    refId: row.id,
    clientId: candidate?.clientId ?? null,
    params: { reason },
  });
  return 'review';
}
