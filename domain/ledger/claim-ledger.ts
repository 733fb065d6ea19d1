import type { PracticeTx } from '../database/practice-tx';
import { type Cents, centsOf } from '../money/cents';
import { AppError } from '../problems';

/** Where the cents of a charge or a claim are: charge = paid + contractual + denied + client + written off + open. */
export interface Standing {
  readonly charge: Cents;
  readonly paid: Cents;
  readonly contractual: Cents;
  readonly denied: Cents;
  readonly client: Cents;
  readonly writtenOff: Cents;
  /** What the insurer has said nothing about yet. Negative: more was decided than was charged. */
  readonly open: Cents;
}

export interface ClaimLedger {
  readonly controlNumber: string;
  /** `untouched`: no payer has said anything; `informed`: only what moves no money. */
  readonly state: 'untouched' | 'informed' | 'denied' | 'adjudicated';
  readonly whole: Standing;
  /** By line control number, in the order of the claim. */
  readonly lines: readonly {
    readonly chargeId: string;
    readonly lineControl: string;
    readonly standing: Standing;
  }[];
}

interface Sum {
  readonly charge_id: string | null;
  readonly account: string;
  readonly cents: number;
}

/** The books' view of one claim by its number, worked out from its ledger lines. @throws AppError `not_found` */
export async function readClaimLedger(tx: PracticeTx, controlNumber: string): Promise<ClaimLedger> {
  const claim = await tx.one<{ id: string; client_id: string; charge_cents: number; void: boolean }>`
    select id, client_id, charge_cents, state = 'void' as void from claims where practice_id = ${tx.practiceId} and control_number = ${controlNumber}`;
  if (!claim) throw new AppError('not_found');
  const claimId = claim.id;
  tx.touch({ record: claimId, client: claim.client_id });
  const lines = await tx.all<{ charge_id: string; line_control: string; cents: number }>`
    select l.charge_id, c.line_control, c.cents from claim_lines l
      join charges c on c.practice_id = l.practice_id and c.id = l.charge_id
     where l.practice_id = ${tx.practiceId} and l.claim_id = ${claimId} and c.state <> 'void' order by l.line_no`;
  const sums = await tx.all<Sum>`
    select charge_id, account, sum(cents)::bigint as cents from ledger_lines
     where practice_id = ${tx.practiceId} and claim_id = ${claimId} group by 1, 2`;
  const said = await tx.all<{ state: string }>`
    select distinct state from remittance_claims
     where practice_id = ${tx.practiceId} and claim_id = ${claimId} and state in ('posted', 'informed')`;
  const asked = (cents: number) => (claim.void ? 0 : cents); // what was taken back asks for nothing
  const whole = standingOf(asked(claim.charge_cents), sums);
  return {
    controlNumber,
    state: stateOf(
      whole,
      said.map(({ state }) => state),
    ),
    whole,
    lines: lines.map((line) => ({
      chargeId: line.charge_id,
      lineControl: line.line_control,
      standing: standingOf(
        asked(line.cents),
        sums.filter(({ charge_id }) => charge_id === line.charge_id),
      ),
    })),
  };
}

/** Where the cents of a charge are, by the sums of its accounts. */
export function standingOf(charge: number, sums: readonly Pick<Sum, 'account' | 'cents'>[]): Standing {
  const of = (account: string) =>
    centsOf(sums.filter((one) => one.account === account).reduce((sum, one) => sum + one.cents, 0));
  const [paid, contractual, denied, client, writtenOff] = [
    of('unapplied'),
    of('contractual'),
    of('denial'),
    of('client'),
    of('write_off'),
  ];
  return {
    charge: centsOf(charge),
    paid,
    contractual,
    denied,
    client,
    writtenOff,
    open: centsOf(charge - paid - contractual - denied - client - writtenOff),
  };
}

function stateOf(whole: Standing, said: readonly string[]): ClaimLedger['state'] {
  if (!said.includes('posted')) return said.includes('informed') ? 'informed' : 'untouched';
  return whole.denied > 0 ? 'denied' : 'adjudicated';
}
