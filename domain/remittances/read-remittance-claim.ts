import type { PracticeTx } from '../database/practice-tx';
import { centsOf } from '../money/cents';
import { AppError } from '../problems';
import { type RemittanceClaim, type RemittanceLine, serviceDayOf } from '../x12/remittance';
import { claimEffect } from './claim-effect';
import { type ComparedFact, compareClaim } from './compare-claim';
import { type ListedRemittanceClaim, listRemittanceClaims } from './list-remittance-claims';
import { type OurClaim, claimBy } from './match-claim';
import { originalOf } from './post-remittance-claim';

interface Adjusted {
  readonly group: string;
  readonly reason: string;
  readonly cents: number;
}

interface SaidLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  /** `YYYYMMDD`, as the payer writes it. */
  readonly day: string | null;
  readonly chargeCents: number;
  readonly paidCents: number;
  readonly adjustments: readonly Adjusted[];
  readonly remarks: readonly string[];
}

export interface RemittanceClaimRecord extends ListedRemittanceClaim {
  /** What is adjusted of the claim as a whole. */
  readonly adjustments: readonly Adjusted[];
  readonly lines: readonly SaidLine[];
  /** The claim that it may be, beside what the payer says. */
  readonly candidate: Candidate | null;
}

export interface Candidate {
  readonly claimId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly controlNumber: string;
  readonly payerName: string;
  readonly state: string;
  readonly facts: readonly ComparedFact[];
  /** What posting it there would do, by the rule that then does it; null where it cannot be posted, and `hindrance` says why. */
  readonly effect: {
    readonly paidCents: number;
    readonly contractualCents: number;
    readonly deniedCents: number;
    readonly clientCents: number;
  } | null;
  readonly hindrance: 'reversal_without_original' | null;
}

/** What a payer said of one claim, line by line, and the claim of ours that it may be. @throws AppError `not_found` */
export async function readRemittanceClaim(tx: PracticeTx, id: string): Promise<RemittanceClaimRecord> {
  const { rows } = await listRemittanceClaims(
    tx,
    { ids: [id] },
    { sort: 'ordinal', order: 'ASC', offset: 0, limit: 1 },
  );
  const [row] = rows;
  const kept = await tx.one<{ content: unknown; candidate_id: string | null }>`
    select content, candidate_id from remittance_claims where practice_id = ${tx.practiceId} and id = ${id}`;
  if (!row || !kept) throw new AppError('not_found');
  const said = kept.content as RemittanceClaim;
  return {
    ...row,
    adjustments: said.adjustments.map(adjusted),
    lines: said.lines.map(lineOf),
    candidate: kept.candidate_id === null ? null : await candidateOf(tx, said, kept.candidate_id),
  };
}

/** Another claim than the one that was found, beside what the payer says. @throws AppError `not_found` */
export async function compareWith(tx: PracticeTx, id: string, claimId: string): Promise<Candidate> {
  const kept = await tx.one<{ content: unknown }>`
    select content from remittance_claims where practice_id = ${tx.practiceId} and id = ${id}`;
  if (!kept) throw new AppError('not_found');
  return candidateOf(tx, kept.content as RemittanceClaim, claimId);
}

async function candidateOf(tx: PracticeTx, said: RemittanceClaim, claimId: string): Promise<Candidate> {
  const ours = await claimBy(tx, 'id', claimId);
  const more = await tx.one<Further>`
    select c.payer_control_number, c.service_day::text, c.state, y.name as payer_name, p.first_name,
           coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as client_name
      from claims c
      join payers y on y.practice_id = c.practice_id and y.id = c.payer_id
      join clients p on p.practice_id = c.practice_id and p.id = c.client_id
     where c.practice_id = ${tx.practiceId} and c.id = ${claimId}`;
  if (!ours || !more) throw new AppError('not_found');
  const waits = said.status === '22' && (await originalOf(tx, said, claimId)) === undefined;
  return {
    claimId,
    clientId: ours.clientId,
    clientName: more.client_name,
    controlNumber: ours.controlNumber,
    payerName: more.payer_name,
    state: more.state,
    facts: compareClaim(said, {
      ...ours,
      chargeCents: centsOf(ours.chargeCents),
      payerControlNumber: more.payer_control_number,
      firstName: more.first_name,
      serviceDay: more.service_day,
    }),
    effect: waits ? null : effectOf(said, ours),
    hindrance: waits ? 'reversal_without_original' : null,
  };
}

interface Further {
  readonly payer_control_number: string | null;
  readonly service_day: string;
  readonly state: string;
  readonly payer_name: string;
  readonly first_name: string;
  readonly client_name: string;
}

function effectOf(said: RemittanceClaim, ours: OurClaim): Candidate['effect'] {
  const postings = claimEffect(said, ours, true) ?? [];
  const sum = (account: string) =>
    postings.filter((one) => one.account === account).reduce((total, { cents }) => total + cents, 0);
  return {
    paidCents: sum('unapplied'),
    contractualCents: sum('contractual'),
    deniedCents: sum('denial'),
    clientCents: sum('client'),
  };
}

const adjusted = ({ group, reason, amount }: RemittanceClaim['adjustments'][number]): Adjusted => ({
  group,
  reason,
  cents: amount,
});

const lineOf = (line: RemittanceLine): SaidLine => ({
  code: line.procedure.code,
  modifiers: line.procedure.modifiers,
  day: serviceDayOf(line) ?? null,
  chargeCents: line.charge,
  paidCents: line.paid,
  adjustments: line.adjustments.map(adjusted),
  remarks: line.remarks,
});
