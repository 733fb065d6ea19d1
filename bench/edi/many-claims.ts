import { Client } from 'pg';
import type { Database } from '../../domain/database/database';
import { write835 } from '../../domain/x12/write-835';
import { anEnvelope } from '../../tests/builders/x12/claims';
import { aPaidClaim, aPaidLine, aRemittance, contractual, copay } from '../../tests/builders/x12/remittances';

export interface PostedClaim {
  readonly control: string;
  readonly line: string;
  readonly code: string;
  readonly cents: number;
}

/** One payment of all of them: 30.00 contractual and a copay of 25.00 each. */
export const remittanceOf = (claims: readonly PostedClaim[]): Uint8Array =>
  write835(
    anEnvelope(),
    aRemittance(
      claims.map(({ control, line, code, cents }) =>
        aPaidClaim(
          [
            aPaidLine(cents / 100, [contractual(30), copay(25)], {
              procedure: { qualifier: 'HC', code, modifiers: [] },
              lineControlNumber: line,
              dates: [],
            }),
          ],
          { controlNumber: control, payerControlNumber: `ICN${control}` },
        ),
      ),
    ),
  );

/** Claims beside those of a practice, copied in bulk: making each of a visit of its own would take minutes. */
export async function manyClaims(
  means: { readonly worker: Database; readonly migratorUrl: string },
  practiceId: string,
  count: number,
): Promise<readonly PostedClaim[]> {
  const act = { act: 'bench', purpose: 'billing' } as const;
  await means.worker.inPractice({ practiceId, service: 'core' }, act, async (tx) => {
    await tx.all`
      insert into charges (practice_id, id, visit_id, note_id, client_id, clinician_id, coverage_id, state, service_day, code, modifiers,
                           units, minutes, place_of_service, cents, diagnoses, line_control)
      select h.practice_id, uuidv7(), h.visit_id, h.note_id, h.client_id, h.clinician_id, h.coverage_id, 'proposed', h.service_day, h.code,
             h.modifiers, h.units, h.minutes, h.place_of_service, h.cents, h.diagnoses, 'BL' || n
        from (select c.*, row_number() over (order by c.id) as k, count(*) over () as all_of_them from charges c
               where c.practice_id = ${practiceId} and c.code in ('90837', '90834')) h
        join generate_series(1, ${count}::int) n on n % h.all_of_them = h.k - 1`;
    await tx.all`update charges set state = 'approved' where practice_id = ${practiceId} and line_control like 'BL%'`;
  });
  const rows = await means.worker.inPractice({ practiceId, service: 'edi' }, act, async (tx) => {
    await tx.all`
      insert into claims (practice_id, id, client_id, coverage_id, payer_id, rank, control_number, state, charge_cents, service_day)
      select c.practice_id, uuidv7(), c.client_id, c.coverage_id, v.payer_id, v.rank, replace(c.line_control, 'BL', 'BC'), 'ready', c.cents, c.service_day
        from charges c join coverages v on v.practice_id = c.practice_id and v.id = c.coverage_id
       where c.practice_id = ${practiceId} and c.line_control like 'BL%'`;
    await tx.all`update claims set state = 'submitted' where practice_id = ${practiceId} and control_number like 'BC%'`;
    await tx.all`
      insert into claim_lines (practice_id, claim_id, line_no, charge_id, client_id)
      select k.practice_id, k.id, 1, c.id, c.client_id from claims k
        join charges c on c.practice_id = k.practice_id and c.line_control = replace(k.control_number, 'BC', 'BL')
       where k.practice_id = ${practiceId} and k.control_number like 'BC%'`;
    await tx.all`
      insert into claim_versions (practice_id, claim_id, version_no, client_id, frequency, content, made_by)
      select k.practice_id, k.id, 1, k.client_id, '1', v.content, v.made_by from claims k
       cross join (select content, made_by from claim_versions where practice_id = ${practiceId} limit 1) v
       where k.practice_id = ${practiceId} and k.control_number like 'BC%'`;
    await tx.all`
      insert into claim_events (practice_id, id, claim_id, client_id, version_no, kind, evidence_key)
      select k.practice_id, uuidv7(), k.id, k.client_id, 1, 'submitted', 'bench' from claims k
       where k.practice_id = ${practiceId} and k.control_number like 'BC%'`;
    return tx.all<{ control: string; line: string; code: string; cents: number }>`
      select replace(line_control, 'BL', 'BC') as control, line_control as line, code, cents from charges
       where practice_id = ${practiceId} and line_control like 'BL%' order by id`;
  });
  await analyze(means.migratorUrl);
  return rows;
}

/** A practice that has grown has its statistics; one that was filled a moment ago has none yet. */
async function analyze(url: string): Promise<void> {
  const sql = new Client({ connectionString: url });
  await sql.connect();
  try {
    await sql.query('set role kept_owner');
    for (const table of ['charges', 'claims', 'claim_lines', 'claim_versions', 'claim_events', 'coverages', 'clients'])
      await sql.query(`analyze kept.${table}`);
  } finally {
    await sql.end();
  }
}
