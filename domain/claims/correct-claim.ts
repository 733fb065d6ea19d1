import type { PracticeTx } from '../database/practice-tx';
import type { ClaimsRow } from '../database/tables.generated';
import { diagnosesOn } from '../notes/note-diagnosis';
import { AppError } from '../problems';
import { claimContent } from './claim-content';
import { type BilledCharge, approvedCharges, claimFacts } from './claim-facts';
import { lockedAtRest, mendClaim } from './mend-claim';
import { claimEvents, versionTakenIn } from './taken-in';

export interface Correction {
  readonly id: string;
  readonly version: number;
  /** An authorization of the claim's coverage that holds on its day; else the latest of these. */
  readonly authorizationId?: string | undefined;
}

/**
 * Says a claim again as the record has it now: charges, and the diagnoses, coverage and authorization of the day of the service.
 * What the payer never took in goes as an original; what it has is replaced by its number. The next batch takes the new version.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` (also where its charges are not all approved), `in_progress`
 * while a version is leaving, `claim_incomplete`, `payer_number_unknown` and `other_payer` where it can't be replaced
 */
export async function correctClaim(tx: PracticeTx, request: Correction): Promise<void> {
  const claim = await lockedAtRest(tx, request);
  const isKnown = versionTakenIn(await claimEvents(tx, claim.id)) !== undefined;
  if (isKnown && claim.payer_control_number === null) throw new AppError('payer_number_unknown');
  const lines = await billedNow(tx, claim);
  const coverageId = await coverageOf(tx, claim);
  const facts = await claimFacts(tx, lines, {
    coverageId,
    authorizationId: request.authorizationId,
    controlNumber: claim.control_number,
    frequency: isKnown ? '7' : '1',
    payerControlNumber: claim.payer_control_number,
  });
  if (isKnown && facts.payerRowId !== claim.payer_id) throw new AppError('other_payer');

  await addLines(tx, claim, lines);
  await mendClaim(tx, claim, {
    kind: 'corrected',
    content: claimContent(facts),
    change: {
      coverage_id: coverageId,
      payer_id: facts.payerRowId,
      charge_cents: lines.reduce((sum, { cents }) => sum + cents, 0),
    },
  });
}

/** The charges of the claim's visit, with the diagnoses that held on the day; those that the note was signed with where none is dated so. */
async function billedNow(tx: PracticeTx, claim: ClaimsRow): Promise<readonly BilledCharge[]> {
  const visit = await tx.one<{ id: string }>`
    select h.visit_id as id from claim_lines l join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
     where l.practice_id = ${tx.practiceId} and l.claim_id = ${claim.id} limit 1`;
  const charges = await tx.all<{ state: string }>`
    select state from charges where practice_id = ${tx.practiceId} and visit_id = ${visit?.id ?? null} and state <> 'void'
     order by id for update`;
  const isDecided = charges.length > 0 && charges.every(({ state }) => state === 'approved');
  if (!visit || !isDecided) throw new AppError('wrong_state', { entity: 'charge', state: 'proposed' });
  const lines = await approvedCharges(tx, visit.id);
  const diagnoses = await diagnosesOn(tx, claim.client_id, claim.service_day);
  return diagnoses.length === 0 ? lines : lines.map((line) => ({ ...line, diagnoses: [...diagnoses] }));
}

/** The coverage that holds on the day at the claim’s place in turn. */
async function coverageOf(tx: PracticeTx, claim: ClaimsRow): Promise<string> {
  const coverage = await tx.one<{ id: string }>`
    select id from coverages where practice_id = ${tx.practiceId} and client_id = ${claim.client_id} and rank = ${claim.rank}
       and from_day <= ${claim.service_day}::date and (until_day is null or until_day >= ${claim.service_day}::date)`;
  if (!coverage) throw new AppError('claim_incomplete');
  return coverage.id;
}

/** What is billed now and was not before stands below. Lines that are billed no longer stay with the versions that had them. */
async function addLines(tx: PracticeTx, claim: ClaimsRow, lines: readonly BilledCharge[]): Promise<void> {
  const before = await tx.all<{ charge_id: string; line_no: number }>`
    select charge_id, line_no from claim_lines where practice_id = ${tx.practiceId} and claim_id = ${claim.id}`;
  const had = new Set(before.map(({ charge_id }) => charge_id));
  const last = Math.max(0, ...before.map(({ line_no }) => line_no));
  const fresh = lines.filter(({ id }) => !had.has(id));
  if (fresh.length === 0) return;
  await tx.rows('claim_lines').insert(
    fresh.map(({ id }, index) => ({
      practice_id: tx.practiceId,
      claim_id: claim.id,
      line_no: last + 1 + index,
      charge_id: id,
      client_id: claim.client_id,
    })),
  );
}
