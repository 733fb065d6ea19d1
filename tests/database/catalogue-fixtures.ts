import type { CatalogueRule } from '../../domain/database/catalogue-rules';
import type { Registered } from '../../domain/database/tables';

/** Something that somebody might do to the schema, and the object that the rule must name. */
export interface Fixture {
  readonly ddl: string;
  readonly object: string;
  /** Tables that the register has besides ours. */
  readonly registered?: readonly Registered[];
}

const entry = (name: string, tier: Registered['tier'], ephemeral = false): Registered => ({
  name,
  tier,
  retention: 'operational',
  legalHold: 'exempt',
  why: 'a fixture',
  ...(ephemeral ? { ephemeral } : {}),
});
export const widgets = [entry('kept.widgets', 'practice')];
const gears = [entry('kernel.gears', 'kernel')];

/** A practice table as it should be. */
export const widget = (more = '') => `
  create table kept.widgets (practice_id uuid not null references kernel.practices, id uuid not null, name text, client_id uuid, primary key (practice_id, id)${more});
  select kernel.enroll('kept.widgets');`;
const gear = `create table kernel.gears (id uuid primary key); select kernel.enroll('kernel.gears');`;
const policy = (rest: string) => `${widget()} create policy app on kept.widgets ${rest};`;
const inPractice = 'practice_id = (select authz.practice_id())';

const onWidgets = (ddl: string, object: string): Fixture => ({ ddl, object, registered: widgets });
const onGears = (ddl: string, object: string): Fixture => ({ ddl, object, registered: gears });
const kernelFunction = (attributes: string, name = 'slip()') =>
  `set local role kept_kernel; create function kernel.${name} returns int language sql ${attributes} as 'select 1';`;
const pinned = 'security definer set search_path = pg_catalog, pg_temp';

/** For each rule what breaks it, as kept_owner unless it says otherwise. Some rules have several ways of being broken. */
export const fixtures = {
  'row-level security not enabled and forced': [
    onWidgets(`${widget()} alter table kept.widgets no force row level security`, 'kept.widgets'),
    onWidgets(`${widget()} alter table kept.widgets disable row level security`, 'kept.widgets'),
    { ddl: 'alter table kept.audit_rest no force row level security', object: 'kept.audit_rest' },
  ],
  'table not in the register': [{ ddl: widget(), object: 'kept.widgets' }],
  'table outside the tiers': [
    { ddl: 'reset role; create table public.notes_copy (id uuid)', object: 'public.notes_copy' },
  ],
  'registered without a table': [onWidgets('select 1', 'kept.widgets')],
  'tier is not that of the schema': [
    { ddl: widget(), object: 'kept.widgets', registered: [entry('kept.widgets', 'kernel')] },
  ],
  'table of another owner': [
    onWidgets(`${widget()} reset role; alter table kept.widgets owner to kept_kernel`, 'kept.widgets'),
  ],
  'practice_id missing or nullable': [
    onWidgets(
      `create table kept.widgets (practice_id uuid references kernel.practices, id uuid); create index on kept.widgets (practice_id); select kernel.enroll('kept.widgets')`,
      'kept.widgets',
    ),
  ],
  'key does not start with practice_id': [
    onWidgets(widget(', unique (name)'), 'kept.widgets kept.widgets_name_key'),
    onWidgets(widget(', unique (name, practice_id)'), 'kept.widgets kept.widgets_name_practice_id_key'),
    onWidgets(
      `${widget()} create unique index w_name on kept.widgets (lower(name)) where name <> ''`,
      'kept.widgets kept.w_name',
    ),
    onWidgets(widget(', exclude using gist (id with =)'), 'kept.widgets kept.widgets_id_excl'),
  ],
  'foreign key does not pair practice_id': [
    onWidgets(
      `alter table kept.rooms add unique (practice_id, id, ended_at);
       ${widget(', room_practice uuid, room_id uuid, foreign key (room_practice, room_id) references kept.rooms')}
       create index on kept.widgets (room_practice, room_id)`,
      'kept.widgets widgets_room_practice_room_id_fkey',
    ),
  ],
  'foreign key without an index': [
    onWidgets(
      widget(', foreign key (practice_id, client_id) references kept.clients'),
      'kept.widgets widgets_practice_id_client_id_fkey',
    ),
    onWidgets(
      `${widget(', foreign key (practice_id, client_id) references kept.clients')}
       create index on kept.widgets (practice_id, client_id) where name is null`,
      'kept.widgets widgets_practice_id_client_id_fkey',
    ),
  ],
  'constraint not enforced': [
    onWidgets(widget(", check (name <> '') not enforced"), 'kept.widgets widgets_name_check'),
  ],
  'index invalid': [
    onWidgets(
      `${widget()} create index w_name on kept.widgets (practice_id, name); reset role;
       update pg_index set indisvalid = false where indexrelid = 'kept.w_name'::regclass`,
      'kept.w_name',
    ),
  ],
  'kernel table granted': [
    onGears(`${gear} grant select on kernel.gears to kept_app`, 'kernel.gears kept_app SELECT'),
    onGears(`${gear} grant select on kernel.gears to public`, 'kernel.gears public SELECT'),
    onGears(`${gear} grant update (id) on kernel.gears to kept_worker`, 'kernel.gears kept_worker UPDATE'),
    { ddl: 'grant usage on sequence kernel.outbox_id_seq to kept_app', object: 'kernel.outbox_id_seq kept_app USAGE' },
  ],
  'granted to a stranger': [
    onWidgets(`${widget()} grant select on kept.widgets to public`, 'kept.widgets public SELECT'),
    onWidgets(`${widget()} grant select on kept.widgets to kept_migrator`, 'kept.widgets kept_migrator SELECT'),
  ],
  'partition granted': [
    { ddl: 'grant select on kept.audit_rest to kept_app', object: 'kept.audit_rest kept_app SELECT' },
  ],
  'delete granted': [
    onWidgets(`${widget()} grant delete on kept.widgets to kept_app`, 'kept.widgets kept_app'),
    onWidgets(`${widget()} grant delete on kept.widgets to kept_kernel`, 'kept.widgets kept_kernel'),
    {
      ddl: `${widget()} grant delete on kept.widgets to kept_app`,
      object: 'kept.widgets kept_app',
      registered: [entry('kept.widgets', 'practice', true)],
    },
  ],
  'more than rows granted': [
    onWidgets(`${widget()} grant truncate on kept.widgets to kept_worker`, 'kept.widgets kept_worker TRUNCATE'),
    onWidgets(`${widget()} grant trigger on kept.widgets to kept_app`, 'kept.widgets kept_app TRIGGER'),
    onWidgets(`${widget()} grant references on kept.widgets to kept_kernel`, 'kept.widgets kept_kernel REFERENCES'),
  ],
  'kept_kernel does not see the table': [
    onWidgets(`${widget()} revoke select on kept.widgets from kept_kernel`, 'kept.widgets'),
    onWidgets(`${widget()} drop policy kernel_all on kept.widgets`, 'kept.widgets'),
    onWidgets(`${widget()} alter policy kernel_all on kept.widgets using (name is null)`, 'kept.widgets'),
  ],
  'database or schema open': [
    {
      ddl: "do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$",
      object: 'database TEMPORARY public',
    },
    { ddl: 'grant create on schema kept to kept_app', object: 'schema kept CREATE kept_app' },
    { ddl: 'reset role; grant usage on schema public to public', object: 'schema public USAGE public' },
  ],
  'policy to public': [onWidgets(policy(`using (${inPractice} and true)`), 'kept.widgets app')],
  'kernel policy for another role': [
    onGears(`${gear} create policy app on kernel.gears to kept_app using (true)`, 'kernel.gears app'),
  ],
  'policy does not keep to the practice': [
    onWidgets(policy('to kept_app using (true)'), 'kept.widgets app'),
    onWidgets(policy(`to kept_app using (${inPractice} and true or name = '')`), 'kept.widgets app'),
    onWidgets(
      policy(`for update to kept_app using (${inPractice} and true) with check (name is null)`),
      'kept.widgets app',
    ),
    onWidgets(policy('for insert to kept_app with check (client_id is null)'), 'kept.widgets app'),
    onWidgets(policy('to kept_app using (practice_id = authz.practice_id() and true)'), 'kept.widgets app'),
  ],
  'definer function of another owner': [
    {
      ddl: `create function kernel.slip() returns int language sql ${pinned} as 'select 1'`,
      object: 'kernel.slip()',
    },
  ],
  'definer function without a pinned search_path': [
    { ddl: kernelFunction('security definer'), object: 'kernel.slip()' },
    { ddl: kernelFunction('security definer set search_path = kept, pg_catalog'), object: 'kernel.slip()' },
    { ddl: kernelFunction('security definer set search_path = pg_catalog'), object: 'kernel.slip()' },
  ],
  'function of a stranger': [
    {
      ddl: `reset role; create function authz.slip() returns int language sql as 'select 1'; revoke execute on function authz.slip() from public`,
      object: 'authz.slip()',
    },
  ],
  'function executable by public': [
    { ddl: `${kernelFunction(pinned)} grant execute on function kernel.slip() to public`, object: 'kernel.slip()' },
  ],
  'function leakproof': [
    { ddl: `${kernelFunction(pinned)} reset role; alter function kernel.slip() leakproof`, object: 'kernel.slip()' },
  ],
  'view sees as its owner': [
    { ddl: 'create view kept.names as select last_name from kept.clients', object: 'kept.names' },
    {
      ddl: 'create view kept.names with (security_invoker = false) as select last_name from kept.clients',
      object: 'kept.names',
    },
    { ddl: 'create materialized view kept.names as select last_name from kept.clients', object: 'kept.names' },
  ],
  'trigger off': [
    { ddl: 'alter table kept.timeline disable trigger append_only', object: 'kept.timeline append_only' },
    { ddl: 'alter table kept.audit_rest disable trigger append_only', object: 'kept.audit_rest append_only' },
    { ddl: 'alter table kept.clients enable replica trigger state_check', object: 'kept.clients state_check' },
    {
      ddl: `${widget()} reset role; alter table kept.widgets disable trigger all`,
      object: 'kept.widgets RI_',
      registered: widgets,
    },
  ],
  'partition lacks a trigger': [
    { ddl: 'drop trigger no_truncate on kept.audit_rest', object: 'kept.audit_rest no_truncate' },
  ],
  'rewrite rule': [
    onWidgets(`${widget()} create rule quiet as on insert to kept.widgets do instead nothing`, 'kept.widgets quiet'),
  ],
  'role too strong': [
    { ddl: 'reset role; alter role kept_worker bypassrls', object: 'kept_worker' },
    { ddl: 'reset role; alter role kept_owner superuser', object: 'kept_owner' },
    { ddl: 'reset role; alter role kept_migrator createrole', object: 'kept_migrator' },
  ],
  'inherits owner or kernel': [
    {
      ddl: 'reset role; grant kept_kernel to kept_migrator with inherit true',
      object: 'kept_migrator kept_kernel',
    },
  ],
  'application role is a member of another': [
    { ddl: 'reset role; grant kept_owner to kept_app with inherit false', object: 'kept_app kept_owner' },
    { ddl: 'reset role; grant pg_read_all_data to kept_worker', object: 'kept_worker pg_read_all_data' },
  ],
  'server setting granted': [
    {
      ddl: 'reset role; grant set on parameter session_replication_role to kept_app',
      object: 'session_replication_role kept_app',
    },
  ],
} as const satisfies Record<CatalogueRule, readonly Fixture[]>;
