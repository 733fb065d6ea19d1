import type { PracticeTx } from '../database/practice-tx';

/** A claim as other programs take it; days are `YYYY-MM-DD`, money integer cents. */
export interface ListedClaim {
  readonly controlNumber: string;
  readonly state: string;
  readonly payerName: string;
  readonly payerId: string;
  readonly patient: { readonly last: string; readonly first: string; readonly memberId: string };
  readonly chargeCents: number;
  readonly npi: string;
  readonly tin: string;
  readonly secondaryPayerName?: string;
  readonly secondaryPayerId?: string;
  readonly lines: readonly {
    readonly lineControlNumber: string;
    readonly cpt: string;
    readonly modifiers: readonly string[];
    readonly chargeCents: number;
    readonly units: number;
    readonly dos: string;
  }[];
}

interface Row {
  readonly id: string;
  readonly client_id: string;
  readonly control_number: string;
  readonly state: string;
  readonly payer_name: string;
  readonly payer_id: string;
  readonly last_name: string;
  readonly first_name: string;
  readonly member_id: string;
  readonly charge_cents: number;
  readonly npi: string;
  readonly tax_id: string;
  readonly second_name: string | null;
  readonly second_id: string | null;
}

/** Claims in the order of their numbers, of one state or of all. */
export async function listClaims(tx: PracticeTx, state?: string): Promise<readonly ListedClaim[]> {
  const claims = await tx.all<Row>`
    select c.id, c.client_id, c.control_number, c.state, y.name as payer_name, y.payer_id, p.last_name, p.first_name, v.member_id,
           c.charge_cents, b.npi, b.tax_id, s.name as second_name, s.payer_id as second_id
      from claims c
      join payers y on y.practice_id = c.practice_id and y.id = c.payer_id
      join clients p on p.practice_id = c.practice_id and p.id = c.client_id
      join coverages v on v.practice_id = c.practice_id and v.id = c.coverage_id
      join lateral (select npi, tax_id from billing_profiles b where b.practice_id = c.practice_id and b.from_day <= c.service_day
                     order by b.from_day desc limit 1) b on true
      left join lateral (
        select y2.name, y2.payer_id from coverages v2 join payers y2 on y2.practice_id = v2.practice_id and y2.id = v2.payer_id
         where v2.practice_id = c.practice_id and v2.client_id = c.client_id and v2.rank = c.rank + 1
           and v2.from_day <= c.service_day and (v2.until_day is null or v2.until_day >= c.service_day) limit 1) s on true
     where c.practice_id = ${tx.practiceId} and (${state ?? null}::text is null or c.state = ${state ?? null}) order by c.control_number`;
  const lines = await tx.all<{
    claim_id: string;
    line_control: string;
    code: string;
    modifiers: string[];
    cents: number;
    units: number;
    service_day: string;
  }>`
    select l.claim_id, h.line_control, h.code, h.modifiers, h.cents, h.units, h.service_day::text
      from claim_lines l join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
     where l.practice_id = ${tx.practiceId} and l.claim_id = any (${claims.map(({ id }) => id)}::uuid[]) order by l.claim_id, l.line_no`;
  const linesOf = Map.groupBy(lines, (line) => line.claim_id);
  for (const { client_id } of claims) tx.touch({ client: client_id });
  return claims.map((claim) => ({
    controlNumber: claim.control_number,
    state: claim.state,
    payerName: claim.payer_name,
    payerId: claim.payer_id,
    patient: { last: claim.last_name, first: claim.first_name, memberId: claim.member_id },
    chargeCents: claim.charge_cents,
    npi: claim.npi,
    tin: claim.tax_id,
    ...(claim.second_name !== null && { secondaryPayerName: claim.second_name }),
    ...(claim.second_id !== null && { secondaryPayerId: claim.second_id }),
    lines: (linesOf.get(claim.id) ?? []).map((line) => ({
      lineControlNumber: line.line_control,
      cpt: line.code,
      modifiers: line.modifiers,
      chargeCents: line.cents,
      units: line.units,
      dos: line.service_day,
    })),
  }));
}
