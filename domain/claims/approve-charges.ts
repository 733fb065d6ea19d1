import type { PracticeTx } from '../database/practice-tx';
import type { ClientId, VisitId } from '../ids';
import { AppError } from '../problems';
import { approveCharge } from './approve-charge';
import { makeClaim } from './make-claim';

interface Request {
  readonly id: string;
  readonly version: number;
}

/**
 * A person agrees to charges, of one visit or of many: all or none. The visit of which nothing waits any more has its claim.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`, `claim_incomplete`
 */
export async function approveCharges(tx: PracticeTx, requests: readonly Request[]): Promise<void> {
  const ids = requests.map(({ id }) => id);
  // whoever approves another charge of one of these visits waits: of two, the second makes the claim
  await tx.all`
    select id from charges where practice_id = ${tx.practiceId} and visit_id in
           (select visit_id from charges where practice_id = ${tx.practiceId} and id = any (${ids}::uuid[])) order by id for update`;
  const visits = await visitsOf(tx, { ids });
  for (const request of requests) await approveCharge(tx, request);
  for (const visit of visits) if (visit.claimFollows) await makeClaim(tx, visit.visitId);
}

export interface ApprovedVisit {
  readonly visitId: VisitId;
  readonly clientId: ClientId;
  readonly clientName: string;
  readonly payerName: string | null;
  readonly serviceDay: string;
  /** Of those that are approved now. */
  readonly codes: readonly string[];
  readonly cents: number;
  /** What else of the visit waits for a person: the claim waits with it. */
  readonly waiting: readonly string[];
  /** The claim that the visit has already: it is corrected by a person. */
  readonly claimId: string | null;
  /** Nothing waits, and there is no claim yet: it is made in the same moment. */
  readonly claimFollows: boolean;
}

/** What approving these charges does, visit by visit; shown before, and then done by `approveCharges`. */
export async function visitsOf(
  tx: PracticeTx,
  request: { readonly ids: readonly string[] },
): Promise<readonly ApprovedVisit[]> {
  const rows = await tx.all<Row>`
    select h.visit_id, h.client_id, min(coalesce(c.preferred_name, c.first_name) || ' ' || c.last_name) as client_name, min(y.name) as payer_name,
           min(h.service_day)::text as service_day, array_agg(h.code order by h.minutes desc nulls last, h.id) as codes, sum(h.cents)::int as cents,
           (select array_agg(w.code order by w.minutes desc nulls last, w.id) from charges w
             where w.practice_id = ${tx.practiceId} and w.visit_id = h.visit_id and w.state = 'proposed'
               and w.id <> all (${request.ids}::uuid[])) as waiting,
           (select max(k.id::text) from charges w join claim_lines l on l.practice_id = w.practice_id and l.charge_id = w.id
              join claims k on k.practice_id = l.practice_id and k.id = l.claim_id
             where w.practice_id = ${tx.practiceId} and w.visit_id = h.visit_id and k.state <> 'void') as claim_id
      from charges h
      join clients c on c.practice_id = h.practice_id and c.id = h.client_id
      left join coverages o on o.practice_id = h.practice_id and o.id = h.coverage_id
      left join payers y on y.practice_id = o.practice_id and y.id = o.payer_id
     where h.practice_id = ${tx.practiceId} and h.id = any (${request.ids}::uuid[]) and h.state = 'proposed'
     group by h.visit_id, h.client_id order by min(h.service_day), h.visit_id`;
  return rows.map((row) => ({
    visitId: row.visit_id,
    clientId: row.client_id,
    clientName: row.client_name,
    payerName: row.payer_name,
    serviceDay: row.service_day,
    codes: row.codes,
    cents: row.cents,
    waiting: row.waiting ?? [],
    claimId: row.claim_id,
    claimFollows: row.waiting === null && row.claim_id === null,
  }));
}

interface Row {
  readonly visit_id: VisitId;
  readonly client_id: ClientId;
  readonly client_name: string;
  readonly payer_name: string | null;
  readonly service_day: string;
  readonly codes: string[];
  readonly cents: number;
  readonly waiting: string[] | null;
  readonly claim_id: string | null;
}

/** How many charges wait for a person. */
export async function chargesWaiting(tx: PracticeTx): Promise<number> {
  const row = await tx.one<{ n: number }>`
    select count(*)::int as n from charges where practice_id = ${tx.practiceId} and state = 'proposed'`;
  return row?.n ?? 0;
}

/** Services with a fee on a charge's day that its visit is not billed as yet: what may be added, or billed instead. @throws AppError `not_found` */
export async function codesFor(
  tx: PracticeTx,
  chargeId: string,
): Promise<{
  readonly clientId: ClientId;
  readonly codes: readonly { readonly code: string; readonly cents: number }[];
}> {
  const charge = await tx.one<{ client_id: ClientId; day: string; visit_id: string; payer_id: string | null }>`
    select h.client_id, h.service_day::text as day, h.visit_id, o.payer_id from charges h
      left join coverages o on o.practice_id = h.practice_id and o.id = h.coverage_id
     where h.practice_id = ${tx.practiceId} and h.id = ${chargeId}`;
  if (!charge) throw new AppError('not_found');
  const codes = await tx.all<{ code: string; cents: number }>`
    select distinct on (f.code) f.code, f.cents from fees f
     where f.practice_id = ${tx.practiceId} and f.from_day <= ${charge.day}::date and (f.payer_id is null or f.payer_id = ${charge.payer_id})
       and not exists (select 1 from charges h where h.practice_id = f.practice_id and h.visit_id = ${charge.visit_id}
                          and h.code = f.code and h.state <> 'void')
     order by f.code, f.payer_id nulls last, f.from_day desc`;
  return { clientId: charge.client_id, codes };
}
