import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { type Instant, fromDate } from '../time/instant';
import type { ProfessionalClaim } from '../x12/claim';
import { type ClaimFile, claimFiles } from './claim-files';
import { type ClaimHappening, claimHistory } from './claim-history';
import { type ClaimMoney, claimMoney } from './claim-money';
import type { ClaimAhead } from './claim-steps';
import { type ClaimOutlook, claimOutlook } from './claim-outlook';
import { type ClaimTrouble, claimTrouble } from './claim-trouble';
import { type ClaimRow, searchClaims } from './search-claims';

/** What the payer must have agreed to beforehand. */
export interface Authorization {
  readonly number: string;
  readonly fromDay: string;
  readonly untilDay: string;
}

/** Everything of one claim. */
export interface ClaimDetail extends ClaimRow {
  readonly versionNo: number;
  /** The payer's own number of it, as its latest answer said. */
  readonly payerControlNumber: string | null;
  readonly visit: ClaimVisit | null;
  readonly coverage: {
    readonly planName: string | null;
    readonly memberId: string;
    readonly groupNumber: string | null;
    /** The client's relation to the subscriber, as X12 1069 has it; 18 is self. */
    readonly relationship: string;
  };
  readonly placeOfService: string;
  readonly diagnoses: readonly { readonly code: string; readonly title: string | null }[];
  readonly authorization: {
    /** The number that the claim bears. */
    readonly onClaim: string | null;
    /** What is known of that number. */
    readonly known: Authorization | null;
    /** Another one, which covers the day of service. */
    readonly fitting: (Authorization & { readonly id: string; readonly enteredLater: boolean }) | null;
  };
  readonly versions: readonly {
    readonly versionNo: number;
    readonly frequency: '1' | '7' | '8';
    readonly madeAt: Instant;
    readonly madeByName: string | null;
  }[];
  readonly trouble: ClaimTrouble | null;
  readonly money: ClaimMoney;
  readonly outlook: ClaimOutlook;
  readonly files: readonly ClaimFile[];
  readonly history: readonly ClaimHappening[];
  /** What its workflow plans, the next first; empty where nothing is planned. */
  readonly ahead: readonly ClaimAhead[];
}

export interface ClaimVisit {
  readonly id: string;
  readonly appointmentId: string;
  readonly beganAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly modality: 'office' | 'telehealth';
}

interface Facts {
  readonly id: string;
  readonly state: string;
  readonly payer_id: string;
  readonly coverage_id: string;
  readonly control_number: string;
  readonly payer_control_number: string | null;
  readonly version_no: number;
  readonly service_day: string;
  readonly content: ProfessionalClaim;
  readonly plan_name: string | null;
  readonly member_id: string;
  readonly group_number: string | null;
  readonly relationship: string;
  readonly ahead: readonly ClaimAhead[] | null;
}

/** @throws AppError `not_found` */
export async function readClaim(tx: PracticeTx, id: string): Promise<ClaimDetail> {
  const { rows } = await searchClaims(tx, { ids: [id] }, { sort: 'serviceDay', order: 'ASC', offset: 0, limit: 1 });
  const [row] = rows;
  const facts = await tx.one<Facts>`
    select c.id, c.state, c.payer_id, c.coverage_id, c.control_number, c.payer_control_number, c.version_no, c.service_day::text, n.content,
           v.plan_name, v.member_id, v.group_number, v.relationship, s.params -> 'ahead' as ahead
      from claims c
      join claim_versions n on n.practice_id = c.practice_id and n.claim_id = c.id and n.version_no = c.version_no
      join coverages v on v.practice_id = c.practice_id and v.id = c.coverage_id
      left join next_steps s on s.practice_id = c.practice_id and s.id = c.id
     where c.practice_id = ${tx.practiceId} and c.id = ${id}`;
  if (!row || !facts) throw new AppError('not_found');
  const money = await claimMoney(tx, facts);
  return {
    ...row,
    versionNo: facts.version_no,
    payerControlNumber: facts.payer_control_number,
    visit: await visitOf(tx, id),
    coverage: {
      planName: facts.plan_name,
      memberId: facts.member_id,
      groupNumber: facts.group_number,
      relationship: facts.relationship,
    },
    placeOfService: facts.content.placeOfService,
    diagnoses: await diagnosesOf(tx, facts),
    authorization: await authorizationOf(tx, facts),
    versions: await versionsOf(tx, id),
    trouble: (await claimTrouble(tx, facts)) ?? null,
    money,
    outlook: await claimOutlook(tx, facts, money.whole),
    files: await claimFiles(tx, id),
    history: await claimHistory(tx, id),
    ahead: facts.ahead ?? [],
  };
}

async function visitOf(tx: PracticeTx, claimId: string): Promise<ClaimVisit | null> {
  const row = await tx.one<{
    id: string;
    appointment_id: string;
    began_at: Date | null;
    ended_at: Date | null;
    modality: ClaimVisit['modality'];
  }>`
    select v.id, v.appointment_id, v.began_at, v.ended_at, v.modality from claim_lines l
      join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
      join visits v on v.practice_id = h.practice_id and v.id = h.visit_id
     where l.practice_id = ${tx.practiceId} and l.claim_id = ${claimId} order by l.line_no limit 1`;
  if (!row) return null;
  return {
    id: row.id,
    appointmentId: row.appointment_id,
    beganAt: row.began_at === null ? null : fromDate(row.began_at),
    endedAt: row.ended_at === null ? null : fromDate(row.ended_at),
    modality: row.modality,
  };
}

/** The codes that the claim bears, in its order, with what the public code set calls them. */
async function diagnosesOf(tx: PracticeTx, { content, service_day }: Facts): Promise<ClaimDetail['diagnoses']> {
  const codes = content.diagnoses.map(({ code }) => dotted(code));
  const known = await tx.all<{ code: string; title: string }>`
    select code, title from kernel.icd10(${codes}, ${service_day}::date)`;
  const titles = new Map(known.map(({ code, title }) => [code, title]));
  return codes.map((code) => ({ code, title: titles.get(code) ?? null }));
}

const dotted = (code: string): string => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code);

async function authorizationOf(tx: PracticeTx, facts: Facts): Promise<ClaimDetail['authorization']> {
  const onClaim = facts.content.references.find(({ qualifier }) => qualifier === 'G1')?.value ?? null;
  // ids are made in the order of time
  const all = await tx.all<{ id: string; number: string; from_day: string; until_day: string; later: boolean }>`
    select a.id, a.number, a.from_day::text, a.until_day::text,
           a.id > all (select g.batch_id from claim_sendings g where g.practice_id = a.practice_id and g.claim_id = ${facts.id}) as later
      from authorizations a
     where a.practice_id = ${tx.practiceId} and a.coverage_id = ${facts.coverage_id} order by a.from_day desc, a.id desc`;
  const known = all.find(({ number }) => number === onClaim);
  const fitting = all.find(
    ({ number, from_day, until_day }) =>
      number !== onClaim && from_day <= facts.service_day && facts.service_day <= until_day,
  );
  const of = (row: (typeof all)[number]): Authorization => ({
    number: row.number,
    fromDay: row.from_day,
    untilDay: row.until_day,
  });
  return {
    onClaim,
    known: known ? of(known) : null,
    fitting: fitting ? { ...of(fitting), id: fitting.id, enteredLater: fitting.later } : null,
  };
}

async function versionsOf(tx: PracticeTx, claimId: string): Promise<ClaimDetail['versions']> {
  const rows = await tx.all<{ version_no: number; frequency: '1' | '7' | '8'; made_at: Date; name: string | null }>`
    select v.version_no, v.frequency, v.made_at, s.short_name as name from claim_versions v
      left join staff s on s.practice_id = v.practice_id and s.id = v.made_by
     where v.practice_id = ${tx.practiceId} and v.claim_id = ${claimId} order by v.version_no desc`;
  return rows.map((row) => ({
    versionNo: row.version_no,
    frequency: row.frequency,
    madeAt: fromDate(row.made_at),
    madeByName: row.name,
  }));
}
