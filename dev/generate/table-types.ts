import { readFile, writeFile } from 'node:fs/promises';
import { Client } from 'pg';

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly defaulted: boolean;
  readonly generated: boolean;
  /** The check constraint that lists the values this column may have, if there is one. */
  readonly listed: string | null;
}

// Practice tables only: kernel tables are reached through functions.
const query = `
  select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, null) as type,
         not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as defaulted, a.attgenerated <> '' as generated,
         (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
             and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as listed
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
   where n.nspname = 'kept' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
   order by c.relname collate "C", a.attnum`;

const typescript: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  date: 'string',
  'timestamp with time zone': 'Date',
  'timestamp without time zone': 'string',
  tstzrange: 'string',
  inet: 'string',
  bytea: 'Buffer',
  xid8: 'string',
  jsonb: 'unknown',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
};

const idsByColumn: Readonly<Record<string, string>> = {
  practice_id: 'PracticeId',
  membership_id: 'MembershipId',
  clinician_id: 'MembershipId',
  client_id: 'ClientId',
  appointment_id: 'AppointmentId',
  visit_id: 'VisitId',
  room_id: 'RoomId',
  type_id: 'AppointmentTypeId',
};
const idsByTable: Readonly<Record<string, string>> = {
  clients: 'ClientId',
  appointments: 'AppointmentId',
  appointment_types: 'AppointmentTypeId',
  visits: 'VisitId',
  messages: 'MessageId',
  work_items: 'WorkItemId',
  rooms: 'RoomId',
  staff: 'MembershipId',
};

/** The types of the practice tables, read from the catalogue of a migrated database. */
export async function tableTypes(url: string): Promise<string> {
  const sql = new Client({ connectionString: url });
  await sql.connect();
  try {
    const { rows } = await sql.query<Column>(query);
    return render(Map.groupBy(rows, (row) => row.table_name));
  } finally {
    await sql.end();
  }
}

export async function writeTableTypes(url: string, file: string): Promise<string> {
  await writeFile(file, await tableTypes(url));
  return file;
}

/** True when the file says what the catalogue says. */
export const typesAgree = async (url: string, file: string): Promise<boolean> =>
  (await tableTypes(url)) === (await readFile(file, 'utf8'));

function render(tables: ReadonlyMap<string, readonly Column[]>): string {
  const rows = [...tables].map(([table, columns]) => rowType(table, columns));
  const entries = [...tables].map(
    ([table, columns]) =>
      `    ${table}: Knex.CompositeTableType<${nameOf(table)}, Given<${nameOf(table)}, ${optional(columns)}>, Partial<${nameOf(table)}>>;`,
  );
  return `// Written by \`npm run generate -- types\` from the catalogue of a migrated database. Not edited by hand.
import type { Knex } from 'knex';
import type { ${[...new Set([...Object.values(idsByColumn), ...Object.values(idsByTable)])].toSorted().join(', ')} } from '../ids';

/** What an INSERT gives: defaults and nullable columns may be left out, generated ones are. */
type Given<Row, Optional extends keyof Row> = Omit<Row, Optional> & Partial<Pick<Row, Optional>>;

${rows.join('\n\n')}

/** The row of each practice table, as it is read. */
export interface Rows {
${[...tables.keys()].map((table) => `  ${table}: ${nameOf(table)};`).join('\n')}
}

declare module 'knex/types/tables' {
  interface Tables {
${entries.join('\n')}
  }
}
`;
}

const nameOf = (table: string) =>
  `${table.replaceAll(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Row`;

function rowType(table: string, columns: readonly Column[]): string {
  const fields = columns.map((column) => {
    const type = typeOf(table, column);
    return `  ${column.column_name}: ${type}${column.nullable ? ' | null' : ''};`;
  });
  return `export interface ${nameOf(table)} {\n${fields.join('\n')}\n}`;
}

function typeOf(table: string, column: Column): string {
  if (column.listed) return [...column.listed.matchAll(/'([^']*)'::text/g)].map((match) => `'${match[1]}'`).join(' | ');
  if (column.type === 'uuid') {
    const id = column.column_name === 'id' ? idsByTable[table] : idsByColumn[column.column_name];
    if (id) return id;
  }
  const type = typescript[column.type];
  if (!type) throw new Error(`${table}.${column.column_name}: no TypeScript type for ${column.type}`);
  return type;
}

function optional(columns: readonly Column[]): string {
  const names = columns
    .filter((one) => one.nullable || one.defaulted || one.generated)
    .map((one) => `'${one.column_name}'`);
  return names.length > 0 ? names.join(' | ') : 'never';
}
