/**
 * What must not be found in the catalogue: per rule a query that answers the objects which break it. Each rule has a fixture in
 * `catalogue.db.test.ts` that it must find. Names come from `regclass` and the like under search_path = pg_catalog, so they are
 * qualified.
 */

/** What the rules look at. `$1` is the register, as JSON. */
export const catalogueSources = `
reg as (select * from jsonb_to_recordset($1::jsonb) as r(name text, tier text, ephemeral boolean)),
ns as (select oid, nspname from pg_namespace where nspname in ('kept', 'kernel', 'authz')),
rel as (
  select c.*, n.nspname, n.nspname || '.' || c.relname as name from pg_class c join ns n on n.oid = c.relnamespace),
t as (
  select rel.*, relrowsecurity and relforcerowsecurity as forced,
         case when relispartition then pg_partition_root(oid)::regclass::text else name end as root
    from rel where relkind in ('r', 'p', 'f')),
fun as (select p.*, p.oid::regprocedure::text as name from pg_proc p join ns n on n.oid = p.pronamespace),
pid as (select attrelid, attnum, attnotnull from pg_attribute where attname = 'practice_id' and not attisdropped),
privileges as (
  select rel.oid, rel.nspname, rel.name, rel.relkind, rel.relispartition, rel.relowner, a.grantee, coalesce(r.rolname, 'public') as grantee_name, a.privilege_type
    from rel cross join lateral (
           select * from aclexplode(rel.relacl)
           union all select x.* from pg_attribute c cross join lateral aclexplode(c.attacl) x where c.attrelid = rel.oid) a
    left join pg_roles r on r.oid = a.grantee
   where a.grantee <> rel.relowner),
pol as (
  select p.*, t.nspname, t.name || ' ' || p.polname as name, pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as wcheck
    from pg_policy p join t on t.oid = p.polrelid),
kept_roles as (select * from pg_roles where rolname like 'kept\\_%')`;

const logins = "('kept_app', 'kept_worker')";
/** How Postgres writes the practice's part of a policy, with AND as the outermost operator. */
const ownPractice = String.raw`^\(\(practice_id = \( SELECT authz\.practice_id\(\) AS practice_id\)\) AND `;

const tierRules = {
  'row-level security not enabled and forced': 'select name from t where not forced',
  'table not in the register': 'select name from t where not relispartition and name not in (select reg.name from reg)',
  'table outside the tiers': `select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f') and n.nspname not in ('kept', 'kernel', 'pg_catalog', 'information_schema')
      and n.nspname !~ '^pg_(toast|temp)'`,
  'registered without a table':
    'select g.name from reg g where not exists (select 1 from t where t.name = g.name and not t.relispartition)',
  'tier is not that of the schema': "select g.name from reg g where (g.tier = 'practice') <> (g.name like 'kept.%')",
  'table of another owner': `select name from rel where relkind in ('r', 'p', 'f', 'S', 'v', 'm') and relowner <> 'kept_owner'::regrole`,
} as const;

const keyRules = {
  'practice_id missing or nullable': `select name from t where nspname = 'kept'
    and not exists (select 1 from pid where pid.attrelid = t.oid and pid.attnotnull)`,
  'key does not start with practice_id': `select t.name || ' ' || i.indexrelid::regclass from t join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
    where t.nspname = 'kept' and not exists (select 1 from pid where pid.attrelid = t.oid and pid.attnum = i.indkey[0])`,
  'foreign key does not pair practice_id': `select t.name || ' ' || k.conname from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.conparentid = 0
    where t.nspname = 'kept' and k.confrelid <> 'kernel.practices'::regclass
      and not exists (select 1 from generate_subscripts(k.conkey, 1) s
                        join pid a on a.attrelid = k.conrelid and a.attnum = k.conkey[s]
                        join pid b on b.attrelid = k.confrelid and b.attnum = k.confkey[s])`,
  'foreign key without an index': `select t.name || ' ' || k.conname from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.conparentid = 0
    where not exists (select 1 from pg_index i where i.indrelid = k.conrelid and i.indpred is null and i.indisvalid
                         and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
  'constraint not enforced':
    "select t.name || ' ' || k.conname from t join pg_constraint k on k.conrelid = t.oid where not k.conenforced",
  'index invalid':
    'select i.indexrelid::regclass::text from t join pg_index i on i.indrelid = t.oid where not i.indisvalid',
} as const;

const grantRules = {
  'kernel table granted': `select name || ' ' || grantee_name || ' ' || privilege_type from privileges where nspname = 'kernel' and grantee_name <> 'kept_kernel'`,
  'granted to a stranger': `select name || ' ' || grantee_name || ' ' || privilege_type from privileges where nspname <> 'kernel' and grantee_name not in ('kept_app', 'kept_worker', 'kept_kernel')`,
  'partition granted': `select name || ' ' || grantee_name || ' ' || privilege_type from privileges where relispartition and grantee_name in ${logins}`,
  'delete granted': `select p.name || ' ' || p.grantee_name from privileges p where p.privilege_type = 'DELETE'
    and not (p.grantee_name = 'kept_kernel' and exists (select 1 from reg g where g.name = p.name and g.ephemeral))`,
  'more than rows granted': `select name || ' ' || grantee_name || ' ' || privilege_type from privileges where privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES', 'MAINTAIN')`,
  'kept_kernel does not see the table': `select t.name from t where not relispartition and not (
    has_table_privilege('kept_kernel', t.oid, 'select')
    and exists (select 1 from pol where pol.polrelid = t.oid and pol.polroles = array['kept_kernel'::regrole::oid] and pol.polpermissive
                   and pol.polcmd in ('*', 'r') and pol.qual = 'true'))`,
  'database or schema open': `select 'database ' || a.privilege_type || ' ' || coalesce(r.rolname, 'public') from pg_database d cross join lateral aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a left join pg_roles r on r.oid = a.grantee
    where d.datname = current_database() and a.grantee <> d.datdba and (a.grantee = 0 or a.privilege_type <> 'CONNECT')
    union all
    select 'schema ' || n.nspname || ' ' || a.privilege_type || ' ' || coalesce(r.rolname, 'public') from pg_namespace n cross join lateral aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a left join pg_roles r on r.oid = a.grantee
     where n.nspname in ('kept', 'kernel', 'authz', 'ext', 'public') and a.grantee <> n.nspowner
       and (a.grantee = 0 or a.privilege_type = 'CREATE' and not (r.rolname = 'kept_kernel' and n.nspname in ('kernel', 'authz')))`,
} as const;

const policyRules = {
  'policy to public': 'select name from pol where 0 = any (polroles)',
  // the migrator reads its own bookkeeping
  'kernel policy for another role': `select name from pol where nspname = 'kernel' and polroles <> array['kept_kernel'::regrole::oid]
    and not (name = 'kernel.migrations migrations_owner' and polroles = array['kept_owner'::regrole::oid])`,
  'policy does not keep to the practice': `select name from pol where nspname = 'kept' and polroles <> array['kept_kernel'::regrole::oid] and (
    polcmd <> 'a' and coalesce(qual, '') !~ '${ownPractice}'
    or polcmd = 'a' and coalesce(wcheck, '') !~ '${ownPractice}'
    or wcheck !~ '${ownPractice}')`,
} as const;

const codeRules = {
  'definer function of another owner': `select name from fun where prosecdef and proowner <> 'kept_kernel'::regrole`,
  'definer function without a pinned search_path': `select name from fun where prosecdef
    and not exists (select 1 from unnest(proconfig) c where c ~ '^search_path=pg_catalog, (ext, )?pg_temp$')`,
  'function of a stranger': `select name from fun where proowner not in ('kept_owner'::regrole, 'kept_kernel'::regrole)`,
  'function executable by public':
    'select name from fun where proacl is null or exists (select 1 from aclexplode(proacl) a where a.grantee = 0)',
  'function leakproof': 'select name from fun where proleakproof',
  'view sees as its owner': `select name from rel where relkind = 'm' or relkind = 'v' and not coalesce(reloptions && array['security_invoker=true', 'security_invoker=on'], false)`,
  'trigger off':
    "select t.name || ' ' || g.tgname from t join pg_trigger g on g.tgrelid = t.oid where g.tgenabled not in ('O', 'A')",
  'partition lacks a trigger': `select t.name || ' ' || g.tgname from t join pg_trigger g on g.tgrelid = t.root::regclass and not g.tgisinternal
    where t.relispartition and not exists (select 1 from pg_trigger own where own.tgrelid = t.oid and own.tgname = g.tgname)`,
  'rewrite rule': "select t.name || ' ' || r.rulename from t join pg_rewrite r on r.ev_class = t.oid",
} as const;

const roleRules = {
  'role too strong':
    'select rolname from kept_roles where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication',
  'inherits owner or kernel': `select m.member::regrole::text || ' ' || m.roleid::regrole::text from pg_auth_members m
    where m.roleid in ('kept_owner'::regrole, 'kept_kernel'::regrole) and m.inherit_option`,
  'application role is a member of another': `select m.member::regrole::text || ' ' || m.roleid::regrole::text from pg_auth_members m
    where m.member::regrole::text in ${logins}`,
  'server setting granted': `select p.parname || ' ' || coalesce(r.rolname, 'public') from pg_parameter_acl p cross join lateral aclexplode(p.paracl) a left join pg_roles r on r.oid = a.grantee
    where a.grantee = 0 or r.rolname like 'kept\\_%'`,
} as const;

export const catalogueRules = {
  ...tierRules,
  ...keyRules,
  ...grantRules,
  ...policyRules,
  ...codeRules,
  ...roleRules,
} as const;

export type CatalogueRule = keyof typeof catalogueRules;
