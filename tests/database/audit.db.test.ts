import type { Client } from 'pg';
import { newId } from '../../domain/ids';
import { type TestPractice, aClient, aPractice, aWorld, times } from '../builders/practice';
import { asSuperuser, connected, until } from '../builders/sql';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world());
});

interface Seal {
  readonly seq: number;
  readonly hash: Buffer;
}
interface Problem {
  readonly seq: number;
  readonly problem: string;
}

const act = () => practice.as('administrator', (tx) => tx.one`select 1`);
/** Two entries of one transaction, which no seal can part. */
const actTwice = () =>
  practice.as(
    'administrator',
    (tx) => tx.all`insert into audit (practice_id, id, actor_id, purpose, act, outcome)
                   select authz.practice_id(), uuidv7(), authz.membership_id(), 'care', 'beside', 'done'`,
  );
const seal = async () =>
  (await world().worker.kernel.raw<{ rows: { seq: number | null }[] }>('select kernel.seal_audit() as seq')).rows[0]
    ?.seq ?? null;
const verify = async (head?: Seal) =>
  (
    await world().worker.kernel.raw<{ rows: Problem[] }>(
      'select seq::int as seq, problem from kernel.verify_audit(?, ?)',
      [head?.hash ?? null, head?.seq ?? null],
    )
  ).rows;
const counts = () =>
  asSuperuser(world().urls, async (sql) => {
    const { rows } = await sql.query<{ written: number; sealed: number; unsealed: number }>(`
      select (select count(*)::int from kept.audit) as written, coalesce(sum(entries), 0)::int as sealed,
             (select count(*)::int from kept.audit where tx >= coalesce((select max(upto_tx) from kernel.audit_seals), '0')) as unsealed
        from kernel.audit_seals`);
    return rows[0] ?? { written: 0, sealed: 0, unsealed: 0 };
  });
/** Transactions of other databases of this server hold the sealer up too, so it may take more than one try. */
const sealAll = () =>
  until(async () => {
    await seal();
    return (await counts()).unsealed === 0;
  });
const head = async (): Promise<Seal> => {
  const { rows } = await asSuperuser(world().urls, (sql) =>
    sql.query<{ seq: string; hash: Buffer }>('select seq, hash from kernel.audit_seals order by seq desc limit 1'),
  );
  return { seq: Number(rows[0]?.seq), hash: rows[0]?.hash ?? Buffer.alloc(0) };
};

test('an act and its entry are one transaction: rolled back together', async () => {
  const before = await counts();
  await act();
  await practice.as('administrator', () => Promise.reject(new Error('never mind'))).catch(() => undefined);
  expect((await counts()).written).toBe(before.written + 1);
});

test('what is sealed verifies, with and without the head kept outside; nothing new, no new seal', async () => {
  for (let n = 0; n < 3; n += 1) {
    await act();
    await sealAll();
  }
  expect(await seal()).toBeNull();
  expect(await verify()).toEqual([]);
  expect(await verify(await head())).toEqual([]);
});

test('an entry of a transaction that is still open is not sealed around: its turn comes after the commit', async () => {
  await sealAll();
  const sealedBefore = (await counts()).sealed;
  await connected(world().urls.app, async (open) => {
    await open.query(`begin; select kernel.enter('${practice.administrator}')`);
    await open.query(
      "insert into audit (practice_id, id, actor_id, purpose, act, outcome) select authz.practice_id(), uuidv7(), authz.membership_id(), 'care', 'slow', 'done'",
    );
    await act();
    await seal();
    expect((await counts()).sealed).toBe(sealedBefore);
    await open.query('commit');
  });
  await sealAll();
  expect((await counts()).sealed).toBe(sealedBefore + 2);
  expect(await verify(await head())).toEqual([]);
});

test('writers that are slow or roll back and two sealers leave every entry sealed once', async () => {
  const written = new AbortController();
  const sealers = times(2, async () => {
    while (!written.signal.aborted) await seal();
  });
  await Promise.all(
    times(3, async (writer) => {
      for (let n = 0; n < 20; n += 1)
        await practice
          .as('administrator', async (tx) => {
            await tx.one`select pg_sleep(${(n % 4) / 1000})`;
            if ((n + writer) % 5 === 0) throw new Error('rolled back');
          })
          .catch(() => undefined);
    }),
  );
  written.abort();
  await Promise.all(sealers);
  await sealAll();
  const after = await counts();
  expect(after.sealed).toBe(after.written);
  expect(await verify(await head())).toEqual([]);
});

describe('what an intruder with the server’s keys does is found', () => {
  let anchored: Seal;
  beforeAll(async () => {
    await sealAll();
    for (let n = 0; n < 3; n += 1) {
      await actTwice();
      await sealAll();
    }
    anchored = await head();
  });

  /** Tampers with every trigger off, verifies, and takes it back. */
  const after = (tamper: (sql: Client) => Promise<unknown>, withHead = true) =>
    asSuperuser(world().urls, async (sql) => {
      await sql.query('begin; set local session_replication_role = replica');
      await tamper(sql);
      const { rows } = await sql.query<Problem>('select seq::int as seq, problem from kernel.verify_audit($1, $2)', [
        withHead ? anchored.hash : null,
        withHead ? anchored.seq : null,
      ]);
      await sql.query('rollback');
      return rows;
    });
  const inSeal = (seq: number) =>
    `(select a.id from kept.audit a join kernel.audit_seals s on a.tx >= s.from_tx and a.tx < s.upto_tx where s.seq = ${seq} order by a.id limit 1)`;
  const last = () => anchored.seq;

  test('nothing was done, nothing is found', async () => {
    expect(await after(() => Promise.resolve())).toEqual([]);
  });

  test.each([
    ['who it was', `actor_id = '${newId()}'`],
    ['when it was', "at = at + interval '1 second'"],
    ['whose record it was', `client_ids = array['${newId()}']::uuid[]`],
    ['how it ended', "outcome = 'denied'"],
    ['which fields', "fields = '{name}'"],
  ])('an entry was edited: %s', async (_, set) => {
    const found = await after((sql) => sql.query(`update kept.audit set ${set} where id = ${inSeal(last())}`), false);
    expect(found).toEqual([{ seq: last(), problem: 'content changed' }]);
  });

  test('an entry was removed', async () => {
    const found = await after((sql) => sql.query(`delete from kept.audit where id = ${inSeal(last() - 1)}`), false);
    expect(found).toEqual([{ seq: last() - 1, problem: 'entries 1, sealed 2' }]);
  });

  test('an entry was inserted into the past', async () => {
    const found = await after(
      (sql) =>
        sql.query(`insert into kept.audit (practice_id, id, purpose, act, outcome, tx)
                   select practice_id, uuidv7(), purpose, act, outcome, tx from kept.audit where id = ${inSeal(last())}`),
      false,
    );
    expect(found).toEqual([{ seq: last(), problem: 'entries 3, sealed 2' }]);
  });

  test('two entries swapped their ids', async () => {
    const found = await after(async (sql) => {
      const { rows } = await sql.query<{ id: string }>(
        `select a.id from kept.audit a join kernel.audit_seals s on a.tx >= s.from_tx and a.tx < s.upto_tx where s.seq = ${last()}`,
      );
      const [one, two] = rows.map((row) => row.id);
      const spare = newId();
      for (const [from, to] of [
        [one, spare],
        [two, one],
        [spare, two],
      ])
        await sql.query('update kept.audit set id = $2 where id = $1', [from, to]);
    }, false);
    expect(found).toEqual([{ seq: last(), problem: 'content changed' }]);
  });

  test('an entry was moved from one seal into another', async () => {
    const found = await after(
      (sql) =>
        sql.query(
          `update kept.audit set tx = (select tx from kept.audit where id = ${inSeal(last() - 1)}) where id = ${inSeal(last())}`,
        ),
      false,
    );
    expect(found.map((one) => one.seq)).toEqual([last() - 1, last()]);
  });

  test('a seal was rewritten to fit its edited entries: the next one does not follow from it', async () => {
    const found = await after(async (sql) => {
      await sql.query(`update kept.audit set outcome = 'denied' where id = ${inSeal(last() - 1)}`);
      await reseal(sql, last() - 1);
    }, false);
    expect(found).toEqual([{ seq: last(), problem: 'chain broken' }]);
  });

  test('a seal was taken out of the middle', async () => {
    const found = await after((sql) => sql.query('delete from kernel.audit_seals where seq = $1', [last() - 1]), false);
    expect(found).toEqual([{ seq: last(), problem: 'chain broken' }]);
  });

  test('the newest entries were cut off with their seals: only the head kept outside tells', async () => {
    const cut = (sql: Client) =>
      sql.query(`delete from kept.audit where tx >= (select from_tx from kernel.audit_seals where seq = ${last()});
                 delete from kernel.audit_seals where seq = ${last()}`);
    expect(await after(cut, false)).toEqual([]);
    expect(await after(cut)).toEqual([{ seq: last(), problem: 'anchored seal missing' }]);
  });

  test('everything was rewritten, seals and all: only the head kept outside tells', async () => {
    const rewrite = async (sql: Client) => {
      await sql.query("update kept.audit set act = 'nothing to see'");
      for (let seq = 1; seq <= last(); seq += 1) await reseal(sql, seq);
    };
    expect(await after(rewrite, false)).toEqual([]);
    expect(await after(rewrite)).toEqual([{ seq: last(), problem: 'differs from the anchored head' }]);
  });

  /** Makes one seal fit what is there now, as someone who has read the code would. */
  async function reseal(sql: Client, seq: number): Promise<void> {
    await sql.query(
      `update kernel.audit_seals s set rows_hash = h.hash, prev = p.hash,
              hash = sha256(p.hash || h.hash || convert_to(s.seq || '|' || s.from_tx || '|' || s.upto_tx || '|' || s.entries, 'UTF8'))
         from kernel.audit_seals me cross join lateral kernel.audit_rows_hash(me.from_tx, me.upto_tx) h
         cross join lateral (select coalesce((select hash from kernel.audit_seals where seq = me.seq - 1), '\\x00') as hash) p
        where s.seq = me.seq and me.seq = $1`,
      [seq],
    );
  }
});

test('a seal that is kept outside is not offered again', async () => {
  await act();
  await sealAll();
  const newest = await head();
  const offered = async () =>
    (
      await world().worker.kernel.raw<{ rows: { seq: number }[] }>(
        'select seq::int as seq from kernel.unanchored_seal()',
      )
    ).rows;
  expect(await offered()).toEqual([{ seq: newest.seq }]);
  await world().worker.kernel.raw('select kernel.seal_anchored(?)', [newest.seq]);
  expect(await offered()).toEqual([]);
});

describe('the audit of one client', () => {
  const auditOf = (
    who: TestPractice,
    role: 'auditor' | 'administrator' | 'supervisor' | 'front_desk',
    clientId: string,
  ) =>
    who.as(role, (tx) => tx.all<{ id: string; at: Date }>`select id, at from kernel.audit_of_client(${clientId}, 10)`);

  test('is for auditor and administrator, of their own practice; newest first, no more than asked for', async () => {
    const clientId = await aClient(practice);
    for (let n = 0; n < 3; n += 1)
      await practice.as('front_desk', (tx) => {
        tx.touch({ client: clientId });
        return Promise.resolve();
      });
    const found = await auditOf(practice, 'auditor', clientId);
    expect(found).toHaveLength(4);
    expect(found.map((one) => one.at.getTime())).toEqual(
      found.map((one) => one.at.getTime()).toSorted((a, b) => b - a),
    );
    expect(await auditOf(practice, 'administrator', clientId)).toEqual(found);
    expect(await auditOf(practice, 'supervisor', clientId)).toEqual([]);
    expect(await auditOf(practice, 'front_desk', clientId)).toEqual([]);
    expect(await auditOf(await aPractice(world()), 'auditor', clientId)).toEqual([]);
    const first = await practice.as('auditor', (tx) => tx.all`select id from kernel.audit_of_client(${clientId}, 1)`);
    expect(first).toEqual([{ id: found[0]?.id }]);
  });
});

describe('the months of the audit', () => {
  const asOwner = <T>(work: (sql: Client) => Promise<T>) =>
    connected(world().urls.migrator, async (sql) => {
      await sql.query('set role kept_owner');
      return work(sql);
    });
  const months = () =>
    asSuperuser(world().urls, async (sql) => {
      const { rows } = await sql.query<{ part: string; forced: boolean; grants: number }>(`
        select c.relname as part, c.relrowsecurity and c.relforcerowsecurity as forced,
               (select count(*)::int from aclexplode(c.relacl) a where a.grantee <> c.relowner) as grants
          from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'kept.audit'::regclass and c.relname <> 'audit_rest'
         order by 1`);
      return rows;
    });

  test('are there for more than a year ahead, walled in and granted to nobody', async () => {
    const all = await months();
    const ahead = new Date();
    ahead.setUTCMonth(ahead.getUTCMonth() + 13, 1);
    expect(all.map((one) => one.part)).toContain(`audit_${ahead.toISOString().slice(0, 7).replace('-', '_')}`);
    expect(all.filter((one) => !one.forced || one.grants > 0)).toEqual([]);
  });

  test('are made once, from the first to the last that is asked for', async () => {
    const before = new Set((await months()).map((one) => one.part));
    const make = (sql: Client) => sql.query("select kernel.ensure_audit_months('2031-11-15', '2032-01-01')");
    await asOwner(make);
    await asOwner(make);
    const after = (await months()).map((one) => one.part);
    expect(after.filter((part) => !before.has(part))).toEqual(['audit_2031_11', 'audit_2031_12', 'audit_2032_01']);
  });

  test('hold what happened in them by universal time, and the rest holds the rest', async () => {
    await asOwner((sql) => sql.query("select kernel.ensure_audit_months('2033-05-01', '2033-05-01')"));
    const parts = await asSuperuser(world().urls, async (sql) => {
      await sql.query('begin');
      const { rows } = await sql.query<{ at: Date; part: string }>(
        `insert into kept.audit (practice_id, id, at, purpose, act, outcome)
         select $1, uuidv7(), at::timestamptz, 'care', 'test', 'done'
           from unnest(array['2033-04-30 23:59:59.999+00', '2033-05-01 00:00+00', '2033-05-31 23:59:59.999+00', '2033-06-01 00:00+00']) at
         returning tableoid::regclass::text as part`,
        [practice.id],
      );
      await sql.query('rollback');
      return rows.map((row) => row.part);
    });
    expect(parts).toEqual(['kept.audit_rest', 'kept.audit_2033_05', 'kept.audit_2033_05', 'kept.audit_rest']);
  });

  test('cannot be made once the rest holds rows of them: hence ahead of time', async () => {
    const refused = asSuperuser(world().urls, async (sql) => {
      await sql.query('begin');
      await sql.query(
        "insert into kept.audit (practice_id, id, at, purpose, act, outcome) values ($1, uuidv7(), '2034-01-15', 'care', 'test', 'done')",
        [practice.id],
      );
      await sql.query("select kernel.ensure_audit_months('2034-01-01', '2034-01-01')");
    });
    await expect(refused).rejects.toMatchObject({ code: '23514' });
  });
});

test('the sealer waits for no other sealer', async () => {
  await connected(world().urls.worker, async (sql) => {
    await act();
    await sql.query('begin');
    await until(
      async () => (await sql.query<{ seq: string | null }>('select kernel.seal_audit() as seq')).rows[0]?.seq !== null,
    );
    expect(await seal()).toBeNull();
    await sql.query('rollback');
  });
});
