import type { Client } from 'pg';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** Filled by the database when it is left out. */
  readonly filled: boolean;
  /** Values that a check constraint lists. */
  readonly listed: readonly string[];
}

export interface Reference {
  readonly columns: readonly string[];
  /** With its schema: `kept.clients`. */
  readonly to: string;
  readonly toColumns: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
  /** The state in which its things are born, where it has a state machine. */
  readonly birth: string | undefined;
}

const columnsOf = `
  select a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
         a.atthasdef or a.attidentity <> '' as filled,
         coalesce((select array_agg(m[1]) from pg_constraint k cross join lateral regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') m
             where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%'), '{}') as listed
    from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`;

const referencesOf = `
  select (select array_agg(a.attname::text order by k.n) from unnest(c.conkey) with ordinality k(num, n) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) as columns,
         c.confrelid::regclass::text as to,
         (select array_agg(a.attname::text order by k.n) from unnest(c.confkey) with ordinality k(num, n) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num) as "toColumns"
    from pg_constraint c where c.conrelid = $1::regclass and c.contype = 'f' and c.conparentid = 0`;

/** One practice table as the catalogue has it. */
export async function readTable(sql: Client, name: string): Promise<Table> {
  const table = `kept.${name}`;
  const columns = await sql.query<Column>(columnsOf, [table]);
  const references = await sql.query<Reference>(referencesOf, [table]);
  const key = await sql.query<{ name: string }>(
    `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indrelid = $1::regclass and i.indisprimary`,
    [table],
  );
  const birth = await sql.query<{ state: string }>(
    `select s.to_state as state from pg_trigger t join kernel.entity_states s on s.from_state = ''
        and s.entity = convert_from(substring(t.tgargs from 1 for length(t.tgargs) - 1), 'UTF8')
      where t.tgrelid = $1::regclass and t.tgfoid = 'kernel.check_state'::regproc limit 1`,
    [table],
  );
  return {
    name,
    key: key.rows.map((row) => row.name),
    columns: columns.rows,
    references: references.rows,
    birth: birth.rows[0]?.state,
  };
}
