import { type Grant, type TablePolicy, type Verb, verbs } from './policy-shape';

const appRoles = 'kept_app, kept_worker';

/**
 * The SQL that gives one table its policy, whatever it had before. Shape measured in `reference/postgres.md` §10: a set of
 * client ids compared by `in (select unnest(…))` is hashed once; `= any(array)` is not.
 */
export function compilePolicy(table: string, policy: TablePolicy): string {
  const lines = [
    `revoke all on kept.${table} from ${appRoles};`,
    ...verbs.map((verb) => `drop policy if exists app_${verb} on kept.${table};`),
  ];
  for (const verb of verbs) {
    const grant = policy[verb];
    if (!grant) continue;
    lines.push(
      `grant ${privilege(verb, policy)} on kept.${table} to ${appRoles};`,
      policyOf(table, verb, grant, policy),
    );
  }
  return lines.join('\n');
}

function privilege(verb: Verb, policy: TablePolicy): string {
  const columns = verb === 'update' ? policy.updateColumns : verb === 'insert' ? policy.insertColumns : undefined;
  return columns ? `${verb} (${columns.join(', ')})` : verb;
}

function policyOf(table: string, verb: Verb, grant: Grant, policy: TablePolicy): string {
  const rows = `(practice_id = (select authz.practice_id()) and (${clauses(table, grant, policy).join(' or ')}))`;
  const rule =
    verb === 'select' ? `using ${rows}` : verb === 'insert' ? `with check ${rows}` : `using ${rows} with check ${rows}`;
  return `create policy app_${verb} on kept.${table} for ${verb} to ${appRoles}\n  ${rule};`;
}

function clauses(table: string, grant: Grant, policy: TablePolicy): string[] {
  const found: string[] = [];
  if (grant.all?.length) found.push(hasRole(grant.all));
  if (grant.clients?.length) {
    if (!policy.client) throw new Error(`${table} grants by client but names no client column`);
    found.push(`(${hasRole(grant.clients)} and ${policy.client} in (select unnest(authz.my_client_ids())))`);
  }
  if (grant.own?.length) {
    if (!policy.member) throw new Error(`${table} grants by membership but names no membership column`);
    found.push(`(${hasRole(grant.own)} and ${policy.member} = (select authz.membership_id()))`);
  }
  return found.length > 0 ? found : ['false'];
}

const hasRole = (who: readonly string[]) => `(select authz.has_role(${who.map((role) => `'${role}'`).join(', ')}))`;

/** A block of a generated migration carries the table's name and a mark, so that only changed tables are written again. */
export function policyBlock(table: string, policy: TablePolicy, markOf: (sql: string) => string): string {
  const sql = compilePolicy(table, policy);
  return `-- policy ${table} ${markOf(sql)}\n${sql}`;
}

/** The newest mark of each table in the migrations, given in their order. */
export function knownMarks(migrations: readonly string[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const sql of migrations)
    for (const [, table = '', mark = ''] of sql.matchAll(/^-- policy (\w+) (\w+)$/gm)) marks.set(table, mark);
  return marks;
}
