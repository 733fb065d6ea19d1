import type { Lane } from '../lane';
import { until } from '../until';

/** What is left of the claims of two clients, without ids and instants: two lives can be compared. */
export type MoneyEnd = Readonly<Record<string, readonly string[]>>;

/** Everything that stands for the two: claims, their batch and its file, the payment that names them and its file. */
const theirs = `
  with claim as (select * from kept.claims where client_id = any($1)),
       batch as (select distinct b.* from kept.claim_batches b join kept.claim_sendings s on s.practice_id = b.practice_id and s.batch_id = b.id
                  where s.client_id = any($1)),
       word as (select * from kept.remittance_claims where client_id = any($1)),
       payment as (select distinct r.* from kept.remittances r join word w on w.practice_id = r.practice_id and w.remittance_id = r.id),
       visit as (select * from kept.visits where client_id = any($1)),
       thing as (select id from claim union select id from batch union select id from word union select id from payment
                 union select file_id from batch union select file_id from payment union select id from visit
                 union select appointment_id from visit union select id from kept.notes where client_id = any($1)
                 union select id from kept.charges where client_id = any($1))`;

const parts = {
  notes: `select state || ' ' || version as line from kept.notes where client_id = any($1)`,
  charges: `select state || ' ' || code || ' ' || cents as line from kept.charges where client_id = any($1)`,
  claims: `${theirs} select state || ', rank ' || rank || ', version ' || version_no as line from claim`,
  events: `select kind || ' ' || count(*) as line from kept.claim_events where client_id = any($1) group by kind`,
  batches: `${theirs} select state || ', sendings ' || (select count(*) from kept.claim_sendings s where s.batch_id = batch.id) as line from batch`,
  files: `select f.direction || ' ' || f.kind || ' ' || f.state as line from kept.edi_files f
           where f.id in (select file_id from kept.claim_events where client_id = any($1))
              or f.id in (select r.file_id from kept.remittances r join kept.remittance_claims w on w.remittance_id = r.id where w.client_id = any($1))`,
  payments: `${theirs} select state || ' ' || paid_cents || ', claims ' || claims as line from payment`,
  words: `${theirs} select state || ' ' || status || ' ' || coalesce(reason, '') as line from word`,
  entries: `select e.kind || ' ' || count(distinct e.id) as line from kept.ledger_entries e
             where e.id in (select entry_id from kept.ledger_lines where client_id = any($1))
                or e.remittance_id in (select remittance_id from kept.remittance_claims where client_id = any($1)) group by e.kind`,
  lines: `select account || ' ' || coalesce(reason, '') || ' ' || cents || ' ×' || count(*) as line from kept.ledger_lines
           where client_id = any($1) group by account, reason, cents`,
  timeline: `${theirs} select code || ' ×' || count(*) as line from kept.timeline where ref_id in (select id from thing) group by code`,
  work: `${theirs} select cause || ' ' || state as line from kept.work_items where ref_id in (select id from thing)`,
  next: `${theirs} select entity || ' ' || kind || coalesce(' ' || step, '') as line from kept.next_steps where id in (select id from thing)`,
} as const;

/** Waits until nothing of them is under way, and reads what became of them. */
export async function moneyEndOf(lane: Lane, clients: readonly string[]): Promise<MoneyEnd> {
  await until('nothing is under way', async () => {
    const [row] = await lane.sql<{ open: number }>(
      `${theirs} select (select count(*) from kernel.outbox where ref_id in (select id from thing))::int
            + (select count(*) from kept.next_steps where id in (select id from thing) and planned_version <> wanted_version)::int
            + (select count(*) from batch where state <> 'accepted')::int as open`,
      [clients],
    );
    return row?.open === 0;
  });
  const read = async (statement: string) =>
    (await lane.sql<{ line: string }>(statement, [clients])).map(({ line }) => line).toSorted();
  const found = await Promise.all(
    Object.entries(parts).map(async ([name, statement]) => [name, await read(statement)] as const),
  );
  return Object.fromEntries(found);
}

/** Where an end differs from that of the life that nobody disturbed. */
export const moneyDifferences = (killed: MoneyEnd, undisturbed: MoneyEnd): readonly string[] =>
  Object.keys(undisturbed).flatMap((part) => {
    const [is, was] = [JSON.stringify(killed[part]), JSON.stringify(undisturbed[part])];
    return is === was ? [] : [`${part}: ${is}, undisturbed ${was}`];
  });
