import type { PracticeTx } from '../database/practice-tx';
import { centsOf } from '../money/cents';
import type { RemittanceClaim } from '../x12/remittance';
import type { BilledClaim } from './claim-effect';
import type { ReviewReason } from './remittance-codes';

/** A claim of ours with who it is about, as matching looks at it. */
export interface OurClaim extends BilledClaim {
  readonly controlNumber: string;
  readonly chargeCents: number;
  readonly lastName: string;
  readonly memberId: string;
}

export type Match =
  | { readonly kind: 'certain'; readonly claim: OurClaim }
  | { readonly kind: 'review'; readonly reason: ReviewReason; readonly candidate: OurClaim | undefined };

/**
 * Finds the claim that a payer speaks of. Certain are our own number and the payer's number as we know it, where patient or
 * charge agree too; anything less waits for a person.
 */
export async function matchClaim(tx: PracticeTx, said: RemittanceClaim): Promise<Match> {
  const exact = await claimBy(tx, 'control_number', said.controlNumber);
  if (exact)
    return agrees(said, exact)
      ? { kind: 'certain', claim: exact }
      : { kind: 'review', reason: 'someone_else', candidate: undefined };
  const known =
    said.payerControlNumber === undefined
      ? undefined
      : await claimBy(tx, 'payer_control_number', said.payerControlNumber);
  if (known && agrees(said, known)) return { kind: 'certain', claim: known };
  const candidate = await candidateFor(tx, said);
  return { kind: 'review', reason: candidate ? 'number_not_exact' : 'unmatched', candidate };
}

/** The same person, or at least the same sum: payers misspell names, and take back part of a claim. */
const agrees = (said: RemittanceClaim, ours: OurClaim): boolean =>
  Math.abs(said.charge) === ours.chargeCents || isSamePatient(said, ours);

const peopleIn = ({ patient, insured, corrected }: RemittanceClaim) =>
  [patient, insured, corrected].filter((one) => one !== undefined);

function isSamePatient(said: RemittanceClaim, ours: OurClaim): boolean {
  return peopleIn(said).some(
    (person) => loose(person.last) === loose(ours.lastName) || loose(person.id?.value ?? '') === loose(ours.memberId),
  );
}

/** Letters and digits alone, without leading zeros: how numbers look after they went through other systems. */
export const loose = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^0+/, '');

/** Claims of the same charge and person whose number looks like it, or else who agree in the day: one of them alone is a candidate. */
async function candidateFor(tx: PracticeTx, said: RemittanceClaim): Promise<OurClaim | undefined> {
  const people = peopleIn(said);
  const names = people.map(({ last }) => loose(last));
  const members = people.flatMap(({ id }) => (id ? [loose(id.value)] : []));
  const day = said.lines.flatMap((line) => line.dates).find(({ date }) => /^\d{8}$/.test(date))?.date ?? '';
  const rows = await tx.all<{ id: string; control_number: string; same_day: boolean }>`
    select c.id, c.control_number, to_char(c.service_day, 'YYYYMMDD') = ${day} as same_day
      from claims c
      join clients p on p.practice_id = c.practice_id and p.id = c.client_id
      join coverages v on v.practice_id = c.practice_id and v.id = c.coverage_id
     where c.practice_id = ${tx.practiceId} and c.charge_cents = ${Math.abs(said.charge)}
       and (ltrim(regexp_replace(lower(p.last_name), '[^a-z0-9]', '', 'g'), '0') = any (${names}::text[])
         or ltrim(regexp_replace(lower(v.member_id), '[^a-z0-9]', '', 'g'), '0') = any (${members}::text[]))
     order by c.id limit 500`;
  const near = rows.filter((row) => isLike(loose(said.controlNumber), loose(row.control_number)));
  const [only, another] = near.length > 0 ? near : rows.filter(({ same_day }) => same_day);
  return only && !another ? claimBy(tx, 'id', only.id) : undefined;
}

/** Truncated, or with letters and digits the same. */
const isLike = (theirs: string, ours: string): boolean =>
  theirs.length >= 5 && (ours === theirs || ours.startsWith(theirs) || theirs.startsWith(ours));

/** One claim with its lines, by one of its numbers. A payer's number that several claims have finds none. */
export async function claimBy(
  tx: PracticeTx,
  column: 'id' | 'control_number' | 'payer_control_number',
  value: string,
): Promise<OurClaim | undefined> {
  const rows = await tx.rows
    .from('claims as c')
    .join('clients as p', (on) => on.on('p.practice_id', 'c.practice_id').andOn('p.id', 'c.client_id'))
    .join('coverages as v', (on) => on.on('v.practice_id', 'c.practice_id').andOn('v.id', 'c.coverage_id'))
    .where({ 'c.practice_id': tx.practiceId, [`c.${column}`]: value })
    .limit(2)
    .select<
      {
        id: string;
        client_id: string;
        payer_id: string;
        control_number: string;
        charge_cents: number;
        last_name: string;
        member_id: string;
      }[]
    >('c.id', 'c.client_id', 'c.payer_id', 'c.control_number', 'c.charge_cents', 'p.last_name', 'v.member_id');
  const [row] = rows;
  if (!row || rows.length > 1) return undefined;
  const lines = await tx.all<{
    charge_id: string;
    line_control: string;
    code: string;
    modifiers: string[];
    cents: number;
    service_day: string;
  }>`
    select l.charge_id, h.line_control, h.code, h.modifiers, h.cents, h.service_day::text
      from claim_lines l join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
     where l.practice_id = ${tx.practiceId} and l.claim_id = ${row.id} order by l.line_no`;
  return {
    claimId: row.id,
    clientId: row.client_id,
    payerId: row.payer_id,
    controlNumber: row.control_number,
    chargeCents: row.charge_cents,
    lastName: row.last_name,
    memberId: row.member_id,
    lines: lines.map((line) => ({
      chargeId: line.charge_id,
      lineControl: line.line_control,
      code: line.code,
      modifiers: line.modifiers,
      cents: centsOf(line.cents),
      serviceDay: line.service_day,
    })),
  };
}
