import type { PracticeTx } from '../database/practice-tx';
import { type MembershipId, newId } from '../ids';
import { fromDate, toDate } from '../time/instant';
import { write837 } from '../x12/write-837';
import { batchHeader, type BatchNumbers } from './batch-header';
import { type BlockedClaim, type ReadyClaim, scrubClaims } from './scrub-claims';

/** TR3 section 1.3.2 advises no more in a transaction, and a batch has one. */
const mostClaims = 5000;

export interface OpenedBatch {
  /** Undefined: nothing is ready. */
  readonly id?: string;
  readonly blocked: readonly BlockedClaim[];
}

/**
 * Takes the claims that are ready and in no other batch, scrubs them, and stores under which numbers they leave and where in
 * the file each of them stands. Nothing is written outside yet: the batch's workflow does that.
 * @throws AppError `not_found` where the practice has no billing profile
 */
export async function openBatch(tx: PracticeTx, orderedBy: MembershipId | null = null): Promise<OpenedBatch> {
  await oneAtATime(tx);
  const ready = await readyClaims(tx);
  if (ready.length === 0) return { blocked: [] };

  const numbers: BatchNumbers = { id: newId(), ...(await takeControls(tx)), at: fromDate(toDate(tx.now)) };
  const header = await batchHeader(tx, numbers);
  const { clean, blocked } = await scrubClaims(tx, header, ready);
  if (clean.length === 0) return { blocked };

  const { claims } = write837({ ...header, claims: clean.map(({ content }) => content) });
  const of = { practice_id: tx.practiceId };
  await tx.rows('claim_batches').insert({
    ...of,
    id: numbers.id,
    state: 'open',
    interchange_control: numbers.interchange,
    group_control: numbers.group,
    ordered_by: orderedBy,
    created_at: toDate(numbers.at),
  });
  const placeOf = new Map(claims.map((claim) => [claim.controlNumber, claim]));
  const sendings = clean.flatMap((claim) => {
    const place = placeOf.get(claim.control_number);
    if (!place) return [];
    return [
      {
        ...of,
        batch_id: numbers.id,
        claim_id: claim.id,
        version_no: claim.version_no,
        client_id: claim.client_id,
        transaction_control: place.transaction,
        from_byte: place.from,
        until_byte: place.to,
      },
    ];
  });
  await tx.rows.batchInsert('claim_sendings', sendings, 500);
  for (const { id, client_id } of clean) tx.touch({ record: id, client: client_id });
  await tx.tell('claim_batch', numbers.id, 1);
  return { id: numbers.id, blocked };
}

/**
 * Whoever opens a batch waits for others who do, before it looks which claims are ready: two who look at once would both take
 * them, because taking a claim changes no row that it could see.
 */
async function oneAtATime(tx: PracticeTx): Promise<void> {
  await tx.all`select pg_advisory_xact_lock(hashtextextended('kept.open_batch/' || ${tx.practiceId}, 0))`;
}

/** Locked in the order of their ids, so that two who take claims at once do not wait for each other in a circle. */
async function readyClaims(tx: PracticeTx): Promise<readonly ReadyClaim[]> {
  const { rows } = await tx.rows.raw<{ rows: ReadyClaim[] }>(
    `select c.id, c.client_id, c.version_no, c.control_number, v.content
       from claims c
       join claim_versions v on v.practice_id = c.practice_id and v.claim_id = c.id and v.version_no = c.version_no
      where c.practice_id = ? and ${isReady}
      order by c.id limit ? for update of c`,
    [tx.practiceId, mostClaims],
  );
  return rows;
}

/** Of a claim `c`: it would leave if a batch were opened now, ready and in no other. */
export const isReady = `c.state = 'ready'
  and not exists (select 1 from claim_sendings s join claim_batches b on b.practice_id = s.practice_id and b.id = s.batch_id
                   where s.practice_id = c.practice_id and s.claim_id = c.id and s.version_no = c.version_no and b.state <> 'void')`;

async function takeControls(tx: PracticeTx): Promise<{ readonly interchange: number; readonly group: number }> {
  const row = await tx.one<{ interchange: number; group_no: number }>`
    select kernel.next_number('interchange')::int as interchange, kernel.next_number('functional_group')::int as group_no`;
  if (!row) throw new RangeError('no control number');
  return { interchange: row.interchange, group: row.group_no };
}
