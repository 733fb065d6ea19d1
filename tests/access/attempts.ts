import { escapeLiteral } from 'pg';
import { connected } from '../builders/sql';

/**
 * Tries each statement by itself as a member, takes it back, and answers how many rows it touched or the SQLSTATE of its
 * refusal. All in one round trip: there are thousands.
 */
export async function attempts(
  url: string,
  membership: string,
  statements: readonly string[],
): Promise<readonly (number | string)[]> {
  return connected(url, async (sql) => {
    await sql.query(`begin; select kernel.enter('${membership}')`);
    await sql.query(tryAll(statements));
    const { rows } = await sql.query<{ answers: string }>("select current_setting('kept_test.answers') as answers");
    return (JSON.parse(rows[0]?.answers ?? '[]') as string[]).map((answer) =>
      answer.startsWith('rows ') ? Number(answer.slice(5)) : answer,
    );
  });
}

// An exception takes back what its block did, so the number of rows leaves the block as one.
const tryAll = (statements: readonly string[]) => `
  do $try$
  declare s text; n bigint; answers text[] := '{}';
  begin
    foreach s in array array[${statements.map(escapeLiteral).join(', ')}]::text[] loop
      begin
        execute s;
        get diagnostics n = row_count;
        raise exception 'rows %', n using errcode = 'KT000';
      exception when others then
        answers := answers || case sqlstate when 'KT000' then sqlerrm else sqlstate end;
      end;
    end loop;
    perform set_config('kept_test.answers', to_json(answers)::text, true);
  end $try$`;
