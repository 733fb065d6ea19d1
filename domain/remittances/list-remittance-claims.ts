import { type Listing, orderSql, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import type { RemittanceClaim } from '../x12/remittance';
import { type ClaimSums, claimSums } from './claim-sums';
import { personName } from './person-name';
import type { RemittanceClaimState } from './remittance-claim-state';
import type { RemittanceClaimSort } from './remittance-codes';

export interface ListedRemittanceClaim extends ClaimSums {
  readonly id: string;
  readonly version: number;
  readonly remittanceId: string;
  readonly ordinal: number;
  readonly state: RemittanceClaimState;
  /** Why it waits for a person, by code. */
  readonly reason: string | null;
  /** CLP02. */
  readonly status: string;
  readonly controlNumber: string;
  readonly payerControlNumber: string | null;
  /** As the payer writes it. */
  readonly patientName: string | null;
  readonly chargeCents: number;
  readonly paidCents: number;
  /** Our claim, once it is certain which one. */
  readonly claimId: string | null;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly resolvedBy: string | null;
}

export interface RemittanceClaimFilter {
  readonly ids?: readonly string[] | undefined;
  readonly remittanceId?: string | undefined;
  readonly claimId?: string | undefined;
  readonly states?: readonly RemittanceClaimState[] | undefined;
}

const sortColumns = {
  ordinal: 'c.ordinal',
  paidCents: 'c.paid_cents',
  chargeCents: 'c.charge_cents',
} as const satisfies Record<RemittanceClaimSort, string>;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly remittance_id: string;
  readonly ordinal: number;
  readonly state: RemittanceClaimState;
  readonly reason: string | null;
  readonly status: string;
  readonly control_number: string;
  readonly payer_control_number: string | null;
  readonly charge_cents: number;
  readonly paid_cents: number;
  readonly content: unknown;
  readonly claim_id: string | null;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly resolved_by: string | null;
  readonly total: number;
}

/** What payers said of claims. Whose claim it may be is told once it is certain, or to whoever looks at the one. */
export async function listRemittanceClaims(
  tx: PracticeTx,
  filter: RemittanceClaimFilter,
  listing: Listing & { readonly sort: RemittanceClaimSort },
): Promise<{ readonly rows: readonly ListedRemittanceClaim[]; readonly total: number }> {
  const { ids = null, remittanceId = null, claimId = null, states = null } = filter;
  const order = orderSql(listing);
  const sql = `select c.id, c.version, c.remittance_id, c.ordinal, c.state, c.reason, c.status, c.control_number, c.payer_control_number,
            c.charge_cents, c.paid_cents, c.content, c.claim_id, c.client_id, s.short_name as resolved_by,
            coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as client_name, count(*) over () as total
       from remittance_claims c
       left join clients p on p.practice_id = c.practice_id and p.id = c.client_id
       left join staff s on s.practice_id = c.practice_id and s.id = c.resolved_by
      where c.practice_id = ? and (?::uuid[] is null or c.id = any (?::uuid[])) and (?::uuid is null or c.remittance_id = ?)
        and (?::uuid is null or c.claim_id = ?) and (?::text[] is null or c.state = any (?::text[]))
      order by ${sortColumns[listing.sort]} ${order}, c.remittance_id ${order}, c.id ${order} limit ? offset ?`;
  const { rows, total } = await paged(listing, async (limit, offset) => {
    const bound = [
      tx.practiceId,
      ids,
      ids,
      remittanceId,
      remittanceId,
      claimId,
      claimId,
      states,
      states,
      limit,
      offset,
    ];
    return (await tx.rows.raw<{ rows: Row[] }>(sql, bound as never)).rows;
  });
  return { rows: rows.map(listed), total };
}

function listed(row: Row): ListedRemittanceClaim {
  const said = row.content as RemittanceClaim;
  return {
    id: row.id,
    version: row.version,
    remittanceId: row.remittance_id,
    ordinal: row.ordinal,
    state: row.state,
    reason: row.reason,
    status: row.status,
    controlNumber: row.control_number,
    payerControlNumber: row.payer_control_number,
    patientName: said.patient ? personName(said.patient) : null,
    chargeCents: row.charge_cents,
    paidCents: row.paid_cents,
    claimId: row.claim_id,
    clientId: row.client_id,
    clientName: row.client_name,
    resolvedBy: row.resolved_by,
    ...claimSums(said),
  };
}
