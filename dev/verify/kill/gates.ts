import type { Lane } from './lane';
import { until } from './until';

/** A row whose writing can be held up: its transaction has done everything and stands in its COMMIT. */
interface Gate {
  readonly table: string;
  readonly on: 'insert' | 'update';
  readonly when: string;
  /** The column by which one life's gate is told from another's; none: whoever comes. */
  readonly of?: 'client_id';
  /** Time that then passes: as the superuser, because no rule of Kept brings a time nearer. */
  readonly passes?: string;
}

export const gates = {
  signed: { table: 'notes', on: 'update', when: `new.state = 'signed'`, of: 'client_id' },
  claimed: { table: 'claims', on: 'insert', when: 'true', of: 'client_id' },
  batched: { table: 'claim_batches', on: 'insert', when: 'true' },
  written: { table: 'claim_batches', on: 'update', when: `new.state = 'written' and old.state <> 'written'` },
  handed_over: {
    table: 'claim_batches',
    on: 'update',
    when: `new.state = 'sent' and old.state <> 'sent'`,
    passes: `update kept.claim_batches set lease_until = clock_timestamp() where state = 'sending'`,
  },
  answer_stored: { table: 'edi_files', on: 'insert', when: `new.direction = 'in'` },
  accepted: { table: 'claim_events', on: 'insert', when: `new.kind = 'accepted'`, of: 'client_id' },
  remittance_read: { table: 'edi_files', on: 'update', when: `new.kind = '835' and new.state = 'read'` },
  posted: { table: 'remittance_claims', on: 'update', when: `new.state = 'posted'`, of: 'client_id' },
  undone: { table: 'remittance_claims', on: 'update', when: `new.state = 'undone'`, of: 'client_id' },
} as const satisfies Readonly<Record<string, Gate>>;
export type GateName = keyof typeof gates;

const all = Object.entries(gates) as [GateName, Gate][];
const lockOf = (name: GateName): number => 7100 + all.findIndex(([other]) => other === name);

/** Builds the gates, all of them open: triggers that run at COMMIT and pass whoever finds no lock in the way. */
export async function buildGates(lane: Lane): Promise<void> {
  const builder = await lane.connect();
  await builder.query(`
    create schema gates;
    grant usage on schema gates to public;
    create function gates.pass() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(tg_argv[0]::int, hashtext(coalesce(to_jsonb(new) ->> tg_argv[1], '')));
      return null;
    end $$;
    ${all
      .map(
        ([name, { table, on, when, of = '' }]) =>
          `create constraint trigger gate_${name} after ${on} on kept.${table} deferrable initially deferred
             for each row when (${when}) execute function gates.pass('${lockOf(name)}', '${of}');`,
      )
      .join('\n')};
    -- a migration that came after this build and harms none: else whoever starts again would say that the schema is another one
    insert into kernel.migrations (name, sha256, compatible, fingerprint) values ('99991231000000_gates.sql', '', true, kernel.fingerprint())`);
  await builder.end();
}

/** A gate that holds whoever comes. */
export interface ClosedGate {
  /** Settled when somebody stands before it. */
  reached(): Promise<void>;
  /** What stands before it commits although nobody listens any more, or is lost with its connection. */
  open(how: 'commits' | 'is lost'): Promise<void>;
}

export async function closeGate(lane: Lane, name: GateName, id: string): Promise<ClosedGate> {
  const gate: Gate = gates[name];
  const holder = await lane.connect();
  await holder.query('select pg_advisory_lock($1, hashtext($2))', [lockOf(name), gate.of ? id : '']);
  const standing = `from pg_locks where locktype = 'advisory' and classid = ${lockOf(name)} and not granted`;
  const isStanding = async () => {
    const [row] = await lane.sql<{ n: number }>(`select count(*)::int as n ${standing}`);
    return (row?.n ?? 0) > 0;
  };
  return {
    reached: async () => {
      await until(`somebody stands before ${name}`, isStanding);
    },
    async open(how) {
      if (how === 'is lost') {
        await lane.sql(`select pg_terminate_backend(pid) ${standing}`);
        await until(`nobody stands before ${name}`, async () => !(await isStanding()));
      }
      await holder.end().catch(() => undefined); // Postgres may have been killed: then nothing is held any more
      if (gate.passes !== undefined) await lane.sql(gate.passes);
    },
  };
}
