import { Readable } from 'node:stream';
import { answer } from '../../tests/builders/answers';
import { type BillingPractice, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { aStorage } from '../../tests/builders/storage';
import { contractual } from '../../tests/builders/x12/remittances';
import { receiveFile } from '../clearinghouse/receive-file';
import { carryOutRemittance } from './carry-out-remittance';
import { takeRemittanceStep } from './plan-remittance';
import type { Portion } from './post-remittance';

const world = aWorld();
const storage = aStorage();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), storage);
});

const edi = () => ({ practiceId: practice.id, service: 'edi' }) as const;

/** A file of more claims than are worked on at a time, read. */
async function read(): Promise<string> {
  const claims = [];
  for (let n = 0; n < 5; n += 1) claims.push(await practice.submitted());
  const bytes = aFile(claims.map((claim) => answer(claim, [contractual(40)])));
  const { id } = await receiveFile({ database: world().worker, storage }, edi(), {
    name: 'out.835',
    cameBy: 'command',
    open: () => Readable.from([Buffer.from(bytes)]),
  });
  await take(id, 'read');
  await carry(id, 'read', { claims: Infinity });
  return id;
}

const take = (id: string, step: string) =>
  practice.as(edi(), (tx) => takeRemittanceStep(tx, { id, step, occurrence: 1 }));
const carry = (id: string, step: string, portion: Portion) =>
  carryOutRemittance({ database: world().worker, storage }, { practiceId: practice.id, id, step }, portion);
const tries = async (id: string) => {
  const row = await practice.as(
    edi(),
    (tx) => tx.one<{ tries: number }>`select tries from next_steps where practice_id = ${tx.practiceId} and id = ${id}`,
  );
  return row?.tries;
};

/** Ends the portion as a worker that dies does: nothing after it is done. */
const dying = (after: number): Portion => {
  let done = 0;
  return {
    claims: Infinity,
    alive: () => (done += 1),
    isOver: () => {
      if (done >= after) throw new Error('killed');
      return false;
    },
  };
};

test('a posting that is broken off after a claim gets somewhere: it never pauses', async () => {
  const id = await read();
  for (let n = 0; n < 2; n += 1) {
    expect(await take(id, 'post')).toEqual({ kind: 'taken' });
    await expect(carry(id, 'post', dying(1))).rejects.toThrow('killed');
  }
  expect(await tries(id)).toBe(0);
  expect(await take(id, 'post')).toEqual({ kind: 'taken' });
  expect(await carry(id, 'post', { claims: Infinity })).toEqual({ kind: 'nothing_more' });
});

test('one that is broken off twice before its first claim pauses', async () => {
  const id = await read();
  for (let n = 0; n < 2; n += 1) {
    expect(await take(id, 'post')).toEqual({ kind: 'taken' });
    await expect(carry(id, 'post', dying(0))).rejects.toThrow('killed');
  }
  expect(await take(id, 'post')).toMatchObject({ kind: 'planned', next: { step: 'post' } });
});
