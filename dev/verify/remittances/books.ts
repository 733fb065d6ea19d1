import { connected } from '../../../tests/builders/sql';

/**
 * The books of a database as text, without what chance decides: ids, instants, and in which of several files a payment was
 * posted. The same events of money make the same text, byte for byte.
 */
export async function booksOf(adminUrl: string): Promise<string> {
  return connected(adminUrl, async (sql) => {
    const { rows } = await sql.query<{ line: string }>(`
      select concat_ws(' ', e.kind, e.day, r.trace_number, w.ordinal, coalesce(w.control_number, ''), e.reason,
               string_agg(concat_ws(':', l.account, l.cents, l.reason, c.control_number, h.line_control), ',' order by l.line_no)) as line
        from kept.ledger_entries e
        join kept.ledger_lines l on l.practice_id = e.practice_id and l.entry_id = e.id
        left join kept.remittances r on r.practice_id = e.practice_id and r.id = e.remittance_id
        left join kept.remittance_claims w on w.practice_id = e.practice_id and w.id = e.remittance_claim_id
        left join kept.claims c on c.practice_id = l.practice_id and c.id = l.claim_id
        left join kept.charges h on h.practice_id = l.practice_id and h.id = l.charge_id
       group by e.practice_id, e.id, r.trace_number, w.ordinal, w.control_number order by 1`);
    return rows.map(({ line }) => line).join('\n');
  });
}

/** What of the files that came in is not worked off. */
export const leftIn = (adminUrl: string): Promise<number> =>
  connected(adminUrl, async (sql) => {
    const { rows } = await sql.query<{ n: number }>(`
      select (select count(*) from kept.edi_files where state = 'stored')::int
           + (select count(*) from kept.remittances where state in ('found', 'posting', 'undoing'))::int as n`);
    return rows[0]?.n ?? 0;
  });

/**
 * Lets the ten minutes pass for which a step pauses that was begun twice and recorded nothing, and tells its workflow. Answers how
 * many there were.
 */
export const endPauses = (adminUrl: string): Promise<number> =>
  connected(adminUrl, async (sql) => {
    const { rows } = await sql.query(`
      with over as (update kept.next_steps set paused_until = clock_timestamp() where paused_until > clock_timestamp() returning practice_id, entity, id)
      insert into kernel.outbox (practice_id, key, kind, ref_id) select practice_id, entity || '/' || id, entity, id from over returning 1`);
    return rows.length;
  });

/** How often each disposition of a payment occurs. */
export const statesIn = (adminUrl: string): Promise<Readonly<Record<string, number>>> =>
  connected(adminUrl, async (sql) => {
    const { rows } = await sql.query<{ state: string; n: number }>(
      'select state, count(*)::int as n from kept.remittances group by 1 order by 1',
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  });
