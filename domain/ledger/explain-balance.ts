import type { PracticeTx } from '../database/practice-tx';
import { type Cents, centsOf, sumOf } from '../money/cents';
import { practiceToday } from '../practice/today';
import { AppError } from '../problems';
import { type Place, whereSaid } from '../remittances/where-said';
import { fromDate, type Instant } from '../time/instant';
import { dayAt } from '../time/wall-time';
import {
  type OwedLine,
  type SaidRow,
  chargeRows,
  claimRows,
  claimSums,
  owedLines,
  paidRows,
  saidRows,
} from './balance-rows';
import type { PaymentMethod, ShareStepCode } from './balance-codes';
import { type Standing, standingOf } from './claim-ledger';
import { settleShares } from './settle-shares';

interface ShareStep {
  readonly code: ShareStepCode;
  readonly cents: Cents;
  /** The practice's day on which it counts. */
  readonly day: string;
  readonly entryId: string;
  /** The adjustment, as the payer coded it: group and reason of the CAS. */
  readonly adjustment: { readonly group: string; readonly reason: string } | null;
  /** Where the payer says so; null where the reader may not see remittances, or where no file says it. */
  readonly source: Source | null;
}

interface Source extends Place {
  readonly remittanceId: string;
  readonly remittanceClaimId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly payerName: string;
  readonly traceNumber: string;
  readonly paidOn: string | null;
}

/** What payers left to the client of one charge, or of a claim as a whole. */
interface Share {
  readonly claimId: string;
  readonly chargeId: string | null;
  readonly controlNumber: string | null;
  readonly code: string | null;
  readonly serviceDay: string | null;
  /** Where all cents of the charge are; null where it is not known to the reader what was charged. */
  readonly standing: Standing | null;
  readonly cents: Cents;
  readonly openCents: Cents;
  readonly settledBy: readonly { readonly paymentId: string; readonly cents: Cents }[];
  readonly steps: readonly ShareStep[];
}

interface Payment {
  readonly id: string;
  readonly version: number;
  readonly method: PaymentMethod;
  readonly cents: Cents;
  readonly reference: string | null;
  readonly visitId: string | null;
  readonly takenAt: Instant;
  readonly voidedAt: Instant | null;
}

export interface ExplainedBalance {
  readonly id: string;
  /** How many lines the account has: they only become more. */
  readonly version: number;
  readonly clientId: string;
  readonly clientName: string;
  /** What is open of all shares, less the credit. */
  readonly balanceCents: Cents;
  readonly creditCents: Cents;
  /** What the card of her first insurance says that a visit costs her now. */
  readonly copayCents: Cents | null;
  /** Oldest service first. Those of which nothing is open are among them. */
  readonly shares: readonly Share[];
  /** In the order in which they were taken; void ones too. */
  readonly payments: readonly Payment[];
}

/**
 * Why a client owes what she owes: each share with the payer's words that made it, down to the segment and byte of the file, and
 * what has been paid on it. Worked out from the ledger alone, so it adds up to the balance.
 * @throws AppError `not_found`
 */
export async function explainBalance(tx: PracticeTx, clientId: string): Promise<ExplainedBalance> {
  const client = await tx.one<{ name: string }>`
    select coalesce(preferred_name, first_name) || ' ' || last_name as name from clients
     where practice_id = ${tx.practiceId} and id = ${clientId}`;
  if (!client) throw new AppError('not_found');
  tx.touch({ client: clientId, record: clientId });
  const lines = await owedLines(tx, clientId);
  const paid = await paidRows(tx, clientId);
  const shares = await sharesOf(tx, lines);
  const { settlings, open, credit } = settleShares(
    shares.map(({ key, share }) => ({ key, day: share.serviceDay, cents: share.cents })),
    paid
      .filter(({ voided_at }) => voided_at === null)
      .map((row) => ({
        id: row.id,
        day: row.arrived_at && dayAt(fromDate(row.arrived_at), row.zone),
        cents: centsOf(row.cents),
      })),
  );
  return {
    id: clientId,
    version: lines.length,
    clientId,
    clientName: client.name,
    balanceCents: sumOf(lines.map(({ cents }) => centsOf(cents))),
    creditCents: credit,
    copayCents: await copayOf(tx, clientId),
    shares: shares.map(({ key, share }) => ({
      ...share,
      openCents: open.get(key) ?? centsOf(0),
      settledBy: settlings
        .filter(({ shareKey }) => shareKey === key)
        .map(({ paymentId, cents }) => ({ paymentId, cents })),
    })),
    payments: paid.map((row) => ({
      id: row.id,
      version: row.version,
      method: row.method,
      cents: centsOf(row.cents),
      reference: row.reference,
      visitId: row.visit_id,
      takenAt: fromDate(row.taken_at),
      voidedAt: row.voided_at && fromDate(row.voided_at),
    })),
  };
}

async function copayOf(tx: PracticeTx, clientId: string): Promise<Cents | null> {
  const today = await practiceToday(tx);
  const row = await tx.one<{ copay_cents: number | null }>`
    select copay_cents from coverages
     where practice_id = ${tx.practiceId} and client_id = ${clientId} and rank = 1 and from_day <= ${today}
       and (until_day is null or until_day >= ${today}) order by from_day desc limit 1`;
  return row?.copay_cents === null || row === undefined ? null : centsOf(row.copay_cents);
}

type KeyedShare = { readonly key: string; readonly share: Omit<Share, 'openCents' | 'settledBy'> };

async function sharesOf(tx: PracticeTx, lines: readonly OwedLine[]): Promise<readonly KeyedShare[]> {
  const owed = lines.filter((line): line is OwedLine & { claim_id: string } => line.claim_id !== null);
  const ids = (of: (line: OwedLine) => string | null) => [...new Set(owed.map(of).filter((id) => id !== null))];
  const claimIds = ids((line) => line.claim_id);
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
  const charges = byId(
    await chargeRows(
      tx,
      ids((line) => line.charge_id),
    ),
  );
  const claims = byId(await claimRows(tx, claimIds));
  const said = byId(
    await saidRows(
      tx,
      ids((line) => line.remittance_claim_id),
    ),
  );
  const sums = await claimSums(tx, claimIds);
  const groups = [...Map.groupBy(owed, (line) => `${line.claim_id}/${line.charge_id ?? ''}`)];
  return groups
    .map(([key, of]) => {
      const { claim_id: claimId, charge_id: chargeId } = of[0] as (typeof of)[number];
      const claim = claims.get(claimId);
      const charge = chargeId === null ? undefined : charges.get(chargeId);
      const cents = chargeId === null ? claim?.charge_cents : charge?.cents;
      const mine = sums.filter((sum) => sum.claim_id === claimId && (chargeId === null || sum.charge_id === chargeId));
      const share = {
        claimId,
        chargeId,
        controlNumber: claim?.control_number ?? null,
        code: charge?.code ?? null,
        serviceDay: charge?.day ?? claim?.service_day ?? null,
        standing: cents === undefined ? null : standingOf(cents, mine),
        cents: sumOf(of.map((line) => centsOf(line.cents))),
        steps: of.map((line) => stepOf(line, said, charge?.line_control ?? null)),
      };
      return { key, share };
    })
    .toSorted((a, b) => (a.share.serviceDay ?? '').localeCompare(b.share.serviceDay ?? ''));
}

function stepOf(line: OwedLine, said: ReadonlyMap<string, SaidRow>, lineControl: string | null): ShareStep {
  const row = line.remittance_claim_id === null ? undefined : said.get(line.remittance_claim_id);
  const [, group, reason] = /^([A-Z]{2})-(.+)$/.exec(line.reason ?? '') ?? [];
  return {
    code: codeOf(line, row),
    cents: centsOf(line.cents),
    day: line.day,
    entryId: line.entry_id,
    adjustment: group !== undefined && reason !== undefined ? { group, reason } : null,
    source: row ? sourceOf(row, line, lineControl) : null,
  };
}

function codeOf(line: OwedLine, row: SaidRow | undefined): ShareStepCode {
  if (line.kind === 'undo') return 'undone';
  if (line.kind !== 'remittance_claim') return 'moved';
  if (line.reason === 'turn') return 'other_payer';
  return row?.status === '22' || (row === undefined && line.cents < 0) ? 'taken_back' : 'decided';
}

function sourceOf(row: SaidRow, line: OwedLine, lineControl: string | null): Source {
  const cents = line.kind === 'undo' ? 0 - line.cents : line.cents;
  return {
    ...whereSaid(row.content, { lineControl, reason: line.reason ?? '', cents }),
    remittanceId: row.remittance_id,
    remittanceClaimId: row.id,
    fileId: row.file_id,
    fileName: row.file_name,
    payerName: row.payer_name,
    traceNumber: row.trace_number,
    paidOn: row.paid_on,
  };
}
