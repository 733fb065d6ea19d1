import { addAuthorization } from '../../../domain/billing/coverage';
import { changeCoverage } from '../../../domain/billing/change-coverage';
import { correctClaim } from '../../../domain/claims/correct-claim';
import { appealClaim, closeClaim } from '../../../domain/claims/give-up-claim';
import { voidClaim } from '../../../domain/claims/void-claim';
import type { PracticeTx } from '../../../domain/database/practice-tx';
import { addHours, toDate } from '../../../domain/time/instant';
import { addDays, dayAt } from '../../../domain/time/wall-time';
import { practice } from '../people';

interface Claim {
  readonly id: string;
  readonly version: number;
  readonly coverage_id: string;
  readonly member_id: string;
}

/** A person looks at what came back so many days ago. Of the last days nothing is mended yet. */
const patienceDays = 5;

/**
 * What the biller does about claims that came back, before the next batch leaves: asks for the authorization that was missing and
 * sends the claim again, mends a wrong member number, appeals, gives up, takes back what was billed in error.
 */
export async function mendClaims(tx: PracticeTx): Promise<void> {
  for (const claim of await cameBack(tx, 'denied', 'AUT')) await authorize(tx, claim);
  for (const claim of await cameBack(tx, 'rejected', 'RJP')) await renumber(tx, claim);
  const [first, second] = await cameBack(tx, 'denied', 'EXP');
  if (first) await closeClaim(tx, first);
  if (second) await appealClaim(tx, { ...second, note: null });
}

/** Claims in a state since some days, of members whose number ends so. */
const cameBack = (tx: PracticeTx, state: string, ending: string) => tx.all<Claim>`
  select c.id, c.version, c.coverage_id, o.member_id from claims c
    join coverages o on o.practice_id = c.practice_id and o.id = c.coverage_id
   where c.practice_id = ${tx.practiceId} and c.state = ${state} and o.member_id like ${`%${ending}`}
     and not exists (select 1 from claim_events e where e.practice_id = c.practice_id and e.claim_id = c.id
                        and (e.kind = 'appealed' or e.at > ${toDate(addHours(tx.now, -24 * patienceDays))}))
   order by c.control_number`;

async function authorize(tx: PracticeTx, claim: Claim): Promise<void> {
  const has = await tx.one`
    select 1 from authorizations where practice_id = ${tx.practiceId} and coverage_id = ${claim.coverage_id} limit 1`;
  const today = dayAt(tx.now, practice.zone);
  if (!has)
    await addAuthorization(tx, {
      coverageId: claim.coverage_id,
      number: `A${claim.member_id.slice(1, 7)}`,
      fromDay: addDays(today, -120),
      untilDay: addDays(today, 240),
      visits: 24,
    });
  await correctClaim(tx, claim);
}

/** The card was read wrongly: it has no letters at its end. */
async function renumber(tx: PracticeTx, claim: Claim): Promise<void> {
  const coverage = await tx.one<{ version: number }>`
    select version from coverages where practice_id = ${tx.practiceId} and id = ${claim.coverage_id}`;
  if (coverage && /[A-Z]{3}$/.test(claim.member_id))
    await changeCoverage(tx, {
      id: claim.coverage_id,
      version: coverage.version,
      change: { memberId: claim.member_id.slice(0, -3) },
    });
  await correctClaim(tx, claim);
}

/** Takes back so many claims that were paid: billed in error. */
export async function takeBack(tx: PracticeTx, count: number): Promise<void> {
  const paid = await tx.all<Claim>`
    select id, version, coverage_id, '' as member_id from claims
     where practice_id = ${tx.practiceId} and state = 'adjudicated' order by control_number desc limit ${count}`;
  for (const claim of paid) await voidClaim(tx, claim);
}
