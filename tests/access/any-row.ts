import { randomBytes } from 'node:crypto';
import { type Client, escapeLiteral } from 'pg';
import type { TablePolicy } from '../../domain/access/policy-shape';
import { tablePolicies } from '../../domain/access/table-policy';
import { newId } from '../../domain/ids';
import type { Column, Reference, Table } from './columns';

/** Whose row it is to be. */
export interface Place {
  readonly practice: string;
  /** Null: of no client. */
  readonly client: string | null;
  readonly member: string;
}
/** Values as Postgres writes them: a Date would lose the microseconds. */
export type Row = Readonly<Record<string, string | null>>;

/** What the catalogue does not tell: checks that are more than a list of values, and columns that want another. */
const quirks: Readonly<Record<string, (place: Place, count: number) => Row>> = {
  appointment_types: () => ({ minutes: '50' }),
  // over, so that they give nobody a client
  care_team: () => ({ ended_at: at(0) }),
  client_access: () => ({ ended_at: at(0) }),
  client_contacts: (_, count) => ({ kind: 'mobile', value: `+1212${String(2_000_000 + count)}` }),
  diagnoses: (_, count) => ({ code: icd10(count) }),
  note_diagnoses: (_, count) => ({ code: icd10(count) }),
  billing_profiles: () => ({ ...provider, ...address, tax_id: '123456789', postal_code: '100010001' }),
  clinician_billing: () => provider,
  payers: () => ({ payer_id: '60054', filing_indicator: 'CI' }),
  client_billing: () => address,
  coverages: (_, count) => ({ member_id: `W${String(count)}` }),
  fees: () => ({ code: '90837' }),
  charges: (_, count) => ({ code: '90837', place_of_service: '11', line_control: `L${String(count)}` }),
  claims: (_, count) => ({ control_number: `C${String(count)}` }),
  ledger_lines: (place, count) => ({ account: place.client === null ? 'cash' : 'client', line_no: String(count) }),
};
const provider = { npi: '1234567893', taxonomy: '101YM0800X' };
const address = { region: 'NY', postal_code: '10001' };
const icd10 = (count: number): string => `F${String(count % 100).padStart(2, '0')}.${String(count % 1000)}`;

/** Columns that may be empty, but not in such a row. */
const wanted: Readonly<Record<string, (place: Place) => readonly string[]>> = {
  time_holds: (place) => [place.client === null ? 'block_id' : 'appointment_id'],
};

/** Tables of which there may be one row only for each that it refers to: that one is made anew each time. */
const alone: ReadonlySet<string> = new Set([
  'staff',
  'visits',
  'notes',
  'note_diagnoses',
  'claim_lines',
  'claim_versions',
  'claim_sendings',
]);

/** Tables whose triggers ask for the whole entry in one transaction: one row of it is written past them. */
const partOfAWhole: ReadonlySet<string> = new Set(['ledger_entries', 'ledger_lines']);

const asText = { getTypeParser: () => (text: string) => text };

/**
 * Makes a row of any practice table that the database accepts: values by type, references to rows that it makes first. A new
 * table needs no word here unless its checks are peculiar.
 */
export class AnyRow {
  readonly #sql: Client;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #parents = new Map<string, Row>();
  #count = 0;

  constructor(superuser: Client, tables: ReadonlyMap<string, Table>) {
    this.#sql = superuser;
    this.#tables = tables;
  }

  /** A row in this place, written by the superuser; or the one that is there, where there can be only one. */
  async written(table: string, place: Place): Promise<Row> {
    const row = await this.row(table, place);
    const query = async (text: string): Promise<Row | undefined> =>
      (await this.#sql.query<Row>({ text, types: asText })).rows[0];
    const policy = policyOf(table);
    const there = ['practice_id', policy?.client, policy?.member].filter((column) => column !== undefined);
    const ofPlace = Object.fromEntries(there.map((column) => [column, row[column] ?? null]));
    const found =
      (await this.#insert(table, `${insertOf(table, row)} on conflict do nothing returning *`)) ??
      (await query(`select * from kept.${table} where ${isRow(ofPlace)} limit 1`));
    if (!found) throw new Error(`no row of ${table} in this place`);
    return found;
  }

  async #insert(table: string, text: string): Promise<Row | undefined> {
    if (!partOfAWhole.has(table)) return (await this.#sql.query<Row>({ text, types: asText })).rows[0];
    await this.#sql.query('begin; set local session_replication_role = replica');
    const { rows } = await this.#sql.query<Row>({ text, types: asText });
    await this.#sql.query('commit');
    return rows[0];
  }

  /** Makes the row, and writes those that it refers to. */
  async row(name: string, place: Place): Promise<Row> {
    const table = this.#table(name);
    const policy = policyOf(name);
    this.#count += 1;
    const row: Record<string, string | null> = { practice_id: place.practice };
    if (policy?.client === 'client_id' && place.client !== null) row['client_id'] = place.client;
    if (policy?.member) row[policy.member] = place.member;
    Object.assign(row, quirks[name]?.(place, this.#count));
    const asked = new Set(wanted[name]?.(place));
    const needed = (column: Column) => asked.has(column.name) || !(column.nullable || column.filled);
    for (const reference of table.references) {
      const columns = table.columns.filter((one) => reference.columns.includes(one.name) && !(one.name in row));
      if (columns.some(needed)) Object.assign(row, await this.#referred(table, reference, place), { ...row });
    }
    for (const column of table.columns)
      if (needed(column) && !(column.name in row)) row[column.name] = this.#value(column, table);
    return row;
  }

  #table(name: string): Table {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`no table ${name}`);
    return table;
  }

  /** The values of a reference's columns: those of a row in the same place. */
  async #referred(from: Table, reference: Reference, place: Place): Promise<Row> {
    const parent = await this.#parent(from, reference, place);
    return Object.fromEntries(
      reference.columns.map((column, n) => [column, parent[reference.toColumns[n] ?? ''] ?? null]),
    );
  }

  async #parent(from: Table, reference: Reference, place: Place): Promise<Row> {
    if (reference.to === 'kernel.practices') return { id: place.practice };
    if (reference.to === 'kernel.memberships')
      return {
        practice_id: place.practice,
        id:
          alone.has(from.name) && reference.columns.includes('id')
            ? await this.#newMember(place.practice)
            : place.member,
      };
    const name = reference.to.replace('kept.', '');
    if (name === 'clients') return { practice_id: place.practice, id: place.client };
    const known = `${name} ${place.practice} ${place.client}`;
    const parent = (alone.has(from.name) ? undefined : this.#parents.get(known)) ?? (await this.written(name, place));
    this.#parents.set(known, parent);
    return parent;
  }

  async #newMember(practice: string): Promise<string> {
    const [person, id] = [newId(), newId()];
    await this.#sql.query("insert into kernel.people (id, front_door, email) values ($1, 'staff', $2)", [
      person,
      `${person}@example.org`,
    ]);
    await this.#sql.query(
      "insert into kernel.memberships (practice_id, id, person_id, roles) values ($1, $2, $3, '{biller}')",
      [practice, id, person],
    );
    return id;
  }

  #value(column: Column, table: Table): string {
    if (column.name === 'state' && table.birth) return table.birth;
    if (column.listed[0] !== undefined) return column.listed[0];
    this.#count += 1;
    const make = values[column.type];
    if (!make) throw new Error(`${table.name}.${column.name}: no value for ${column.type}`);
    return make(this.#count);
  }
}

const at = (minute: number) => new Date(Date.UTC(2027, 0, 1) + minute * 60_000).toISOString();

/** By type; later calls give later times and other words. */
const values: Readonly<Record<string, (count: number) => string>> = {
  uuid: () => newId(),
  text: (count) => `x_${String(count).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`,
  'text[]': () => '{x}',
  'uuid[]': () => '{}',
  boolean: () => 'false',
  smallint: () => '1',
  integer: (count) => String(1 + (count % 499)),
  bigint: (count) => String(1_000_000 + count),
  date: () => '1990-05-04',
  'timestamp with time zone': at,
  'timestamp without time zone': (count) => at(count).slice(0, 19),
  tstzrange: (count) => `[${at(count)},${at(count + 1)})`,
  jsonb: () => '{}',
  inet: () => '127.0.0.1',
  bytea: () => String.raw`\x${randomBytes(32).toString('hex')}`,
};

const policyOf = (table: string): TablePolicy | undefined =>
  (tablePolicies as Readonly<Record<string, TablePolicy>>)[table];

const literal = (value: string | null): string => (value === null ? 'null' : escapeLiteral(value));

export const insertOf = (table: string, row: Row): string =>
  `insert into kept.${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(literal).join(', ')})`;

/** The condition that picks this row. */
export const isRow = (row: Row): string =>
  Object.entries(row)
    .map(([column, value]) => `${column} is not distinct from ${literal(value)}`)
    .join(' and ');
