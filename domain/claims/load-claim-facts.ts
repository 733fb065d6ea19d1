import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import type { ClaimsRow } from '../database/tables.generated';
import { isId } from '../ids';
import { type StoredStep, lockNextStep } from '../next-step/next-step';
import { type Instant, fromDate, later } from '../time/instant';
import { type Day, type Zone, dayAt } from '../time/wall-time';
import { type ClaimClockCause, type ClaimFacts, claimClockCauses } from './claim-clocks';
import type { ClaimEventKind } from './claim-event-kinds';
import type { ClaimState } from './claim-state';
import { type ClaimEvent, claimEvents, isDecision, versionTakenIn } from './taken-in';

export interface HeldClaim {
  readonly claim: ClaimsRow;
  readonly stored: StoredStep | undefined;
  readonly facts: ClaimFacts;
  /** Clocks' work that is open. */
  readonly open: readonly ClaimClockCause[];
}

interface Terms {
  readonly zone: Zone;
  readonly frequency: '1' | '7' | '8';
  readonly filing_days: number;
  readonly correction_days: number;
  readonly appeal_days: number;
  readonly adjudication_days: number;
  readonly denied: number;
  readonly placed: number;
}

/** The claim and its plan, locked in this order, with everything that decides what is next. @throws AppError `not_found` */
export async function holdClaim(tx: PracticeTx, id: string): Promise<HeldClaim> {
  const claim = await locked(tx, 'claims', id);
  const stored = await lockNextStep(tx, id);
  const terms = await termsOf(tx, claim);
  const events = await claimEvents(tx, id);
  const work = await tx.all<{ cause: ClaimClockCause; told: Date; open: boolean }>`
    select cause, max(opened_at) as told, bool_or(state = 'open') as open from work_items
     where practice_id = ${tx.practiceId} and ref_id = ${id} and cause = any (${claimClockCauses}::text[]) group by cause`;
  return {
    claim,
    stored,
    open: work.filter(({ open }) => open).map(({ cause }) => cause),
    facts: {
      state: claim.state as ClaimState,
      versionNo: claim.version_no,
      frequency: terms.frequency,
      isTakenIn: versionTakenIn(events) !== undefined,
      backSince: lastOf(events, ['blocked', 'rejected'])?.at ?? fromDate(claim.created_at),
      ...heardOf(events, claim.version_no),
      ...(await decisionOf(tx, events, terms.zone)),
      isBalanced: terms.denied === 0 && terms.placed === claim.charge_cents,
      serviceDay: claim.service_day,
      terms: {
        filingDays: terms.filing_days,
        correctionDays: terms.correction_days,
        appealDays: terms.appeal_days,
        adjudicationDays: terms.adjudication_days,
      },
      zone: terms.zone,
      told: Object.fromEntries(work.map(({ cause, told }) => [cause, fromDate(told)])),
      now: tx.now,
    },
  };
}

async function termsOf(tx: PracticeTx, claim: ClaimsRow): Promise<Terms> {
  const row = await tx.one<Terms>`
    select f.zone, v.frequency, y.filing_days, y.correction_days, y.appeal_days, y.adjudication_days,
           coalesce(m.denied, 0)::bigint as denied, coalesce(m.placed, 0)::bigint as placed
      from practice_profiles f
      join payers y on y.practice_id = f.practice_id and y.id = ${claim.payer_id}
      join claim_versions v on v.practice_id = f.practice_id and v.claim_id = ${claim.id} and v.version_no = ${claim.version_no}
      left join lateral (
        select sum(cents) filter (where account = 'denial') as denied, sum(cents) as placed from ledger_lines b
         where b.practice_id = f.practice_id and b.claim_id = ${claim.id}
           and b.account in ('unapplied', 'contractual', 'denial', 'client', 'write_off')) m on true
     where f.practice_id = ${tx.practiceId}`;
  if (!row) throw new Error('a claim without its payer, version or practice');
  return row;
}

const lastOf = (events: readonly ClaimEvent[], kinds: readonly ClaimEventKind[]): ClaimEvent | undefined =>
  events.findLast(({ kind }) => kinds.includes(kind));

/** When this version left, and what came back about it. */
function heardOf(
  events: readonly ClaimEvent[],
  versionNo: number,
): Pick<ClaimFacts, 'sentAt' | 'isFormatHeard' | 'isReceiptHeard'> {
  const own = events.filter((event) => event.versionNo === versionNo);
  const receipt = own.some(({ kind }) => ['received', 'accepted', 'rejected'].includes(kind) || isDecision(kind));
  return {
    sentAt: lastOf(own, ['submitted'])?.at ?? null,
    isFormatHeard: receipt || lastOf(own, ['format_accepted']) !== undefined,
    isReceiptHeard: receipt,
  };
}

async function decisionOf(
  tx: PracticeTx,
  events: readonly ClaimEvent[],
  zone: Zone,
): Promise<Pick<ClaimFacts, 'takenAt' | 'decided' | 'appealedAt'>> {
  const last = events.findLast(({ kind }) => isDecision(kind));
  const stands = last !== undefined && last.kind !== 'reversed' ? last : undefined;
  const since = events.slice(last ? events.indexOf(last) + 1 : 0);
  return {
    takenAt: latest(lastOf(events, ['accepted'])?.at, last?.kind === 'reversed' ? last.at : undefined),
    decided: stands ? { at: stands.at, day: await paidOn(tx, stands, zone) } : null,
    appealedAt: (stands && lastOf(since, ['appealed'])?.at) ?? null,
  };
}

const latest = (a: Instant | undefined, b: Instant | undefined): Instant | null =>
  a !== undefined && b !== undefined ? later(a, b) : (a ?? b ?? null);

/** The day of the payment that the decision came with: from it payers count their deadlines. */
async function paidOn(tx: PracticeTx, { evidenceKey, at }: ClaimEvent, zone: Zone): Promise<Day> {
  const row = isId(evidenceKey)
    ? await tx.one<{ paid_on: string | null }>`
        select r.paid_on::text from remittance_claims c join remittances r on r.practice_id = c.practice_id and r.id = c.remittance_id
         where c.practice_id = ${tx.practiceId} and c.id = ${evidenceKey}`
    : undefined;
  return row?.paid_on ?? dayAt(at, zone);
}
