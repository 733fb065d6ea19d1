import { type Listing, orderSql, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import type { ChargeState } from './charge-state';
import type { ClaimState } from './claim-state';

/** What a visit is billed as, with what a person looks at before she approves it. */
export interface ListedCharge {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly clientName: string;
  readonly visitId: string;
  readonly appointmentId: string;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly serviceDay: string;
  readonly state: ChargeState;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** Attested; null of an add-on. */
  readonly minutes: number | null;
  readonly placeOfService: string;
  readonly cents: number;
  readonly diagnoses: readonly string[];
  readonly payerId: string | null;
  readonly payerName: string | null;
  readonly memberId: string | null;
  readonly rank: number | null;
  /** The claim that has it, if any that is not void. */
  readonly claim: { readonly id: string; readonly controlNumber: string; readonly state: ClaimState } | null;
  /** What else of its visit waits for a person. */
  readonly waiting: readonly string[];
}

export interface ChargeFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly ChargeState[] | undefined;
  readonly clientId?: string | undefined;
  readonly clinicianId?: string | undefined;
  readonly payerId?: string | undefined;
  readonly visitId?: string | undefined;
}

export const chargeSorts = ['serviceDay', 'cents', 'code'] as const;
const sortColumns = { serviceDay: 'h.service_day', cents: 'h.cents', code: 'h.code' } as const;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly client_id: string;
  readonly client_name: string;
  readonly visit_id: string;
  readonly appointment_id: string;
  readonly clinician_id: string;
  readonly clinician_name: string;
  readonly service_day: string;
  readonly state: ChargeState;
  readonly code: string;
  readonly modifiers: string[];
  readonly units: number;
  readonly minutes: number | null;
  readonly place_of_service: string;
  readonly cents: number;
  readonly diagnoses: string[];
  readonly payer_id: string | null;
  readonly payer_name: string | null;
  readonly member_id: string | null;
  readonly rank: number | null;
  readonly claim_id: string | null;
  readonly control_number: string | null;
  readonly claim_state: ClaimState | null;
  readonly waiting: string[] | null;
  readonly total: number;
}

const select = `
  select h.id, h.version, h.client_id, coalesce(c.preferred_name, c.first_name) || ' ' || c.last_name as client_name, h.visit_id, v.appointment_id,
         h.clinician_id, s.short_name as clinician_name, h.service_day::text, h.state, h.code, h.modifiers, h.units, h.minutes, h.place_of_service,
         h.cents, h.diagnoses, y.id as payer_id, y.name as payer_name, o.member_id, o.rank, m.id as claim_id, m.control_number, m.state as claim_state,
         (select array_agg(w.code order by w.minutes desc nulls last, w.id) from charges w
           where w.practice_id = h.practice_id and w.visit_id = h.visit_id and w.state = 'proposed' and w.id <> h.id) as waiting,
         count(*) over () as total
    from charges h
    join clients c on c.practice_id = h.practice_id and c.id = h.client_id
    join visits v on v.practice_id = h.practice_id and v.id = h.visit_id
    join staff s on s.practice_id = h.practice_id and s.id = h.clinician_id
    left join coverages o on o.practice_id = h.practice_id and o.id = h.coverage_id
    left join payers y on y.practice_id = o.practice_id and y.id = o.payer_id
    left join lateral (
      select k.id, k.control_number, k.state from claim_lines l join claims k on k.practice_id = l.practice_id and k.id = l.claim_id
       where l.practice_id = h.practice_id and l.charge_id = h.id and k.state <> 'void' order by k.id desc limit 1) m on true`;

/** Charges, the latest visit first unless asked otherwise. */
export async function listCharges(
  tx: PracticeTx,
  filter: ChargeFilter,
  listing: Listing,
  sort: (typeof chargeSorts)[number] = 'serviceDay',
): Promise<{ readonly rows: readonly ListedCharge[]; readonly total: number }> {
  const parts: [string, string | readonly string[]][] = [['h.practice_id = ?', tx.practiceId]];
  if (filter.ids) parts.push(['h.id = any(?::uuid[])', filter.ids]);
  if (filter.states) parts.push(['h.state = any(?)', filter.states]);
  if (filter.clientId !== undefined) parts.push(['h.client_id = ?', filter.clientId]);
  if (filter.clinicianId !== undefined) parts.push(['h.clinician_id = ?', filter.clinicianId]);
  if (filter.payerId !== undefined) parts.push(['o.payer_id = ?', filter.payerId]);
  if (filter.visitId !== undefined) parts.push(['h.visit_id = ?', filter.visitId]);
  const clause = parts.map(([text]) => text).join(' and ');
  const order = orderSql(listing);
  const sql = `${select} where ${clause} order by ${sortColumns[sort]} ${order}, h.visit_id ${order}, h.minutes desc nulls last, h.id limit ? offset ?`;
  const { rows, total } = await paged(listing, async (limit, offset) => {
    const values = [...parts.map(([, value]) => value), limit, offset];
    return (await tx.rows.raw<{ rows: Row[] }>(sql, values as never)).rows;
  });
  return { rows: rows.map(listed), total };
}

/** @throws AppError `not_found` */
export async function readCharge(tx: PracticeTx, id: string): Promise<ListedCharge> {
  const { rows } = await listCharges(tx, { ids: [id] }, { order: 'ASC', offset: 0, limit: 1 });
  const [charge] = rows;
  if (!charge) throw new AppError('not_found');
  return charge;
}

const listed = (row: Row): ListedCharge => ({
  id: row.id,
  version: row.version,
  clientId: row.client_id,
  clientName: row.client_name,
  visitId: row.visit_id,
  appointmentId: row.appointment_id,
  clinicianId: row.clinician_id,
  clinicianName: row.clinician_name,
  serviceDay: row.service_day,
  state: row.state,
  code: row.code,
  modifiers: row.modifiers,
  units: row.units,
  minutes: row.minutes,
  placeOfService: row.place_of_service,
  cents: row.cents,
  diagnoses: row.diagnoses,
  payerId: row.payer_id,
  payerName: row.payer_name,
  memberId: row.member_id,
  rank: row.rank,
  claim:
    row.claim_id === null || row.control_number === null || row.claim_state === null
      ? null
      : { id: row.claim_id, controlNumber: row.control_number, state: row.claim_state },
  waiting: row.waiting ?? [],
});
