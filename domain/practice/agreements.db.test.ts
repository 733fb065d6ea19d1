import { aPractice, aWorld } from '../../tests/builders/practice';
import { instantOf } from '../time/instant';
import { isCovered } from './agreements';
import { type NewAgreement, endAgreement, listAgreements, recordAgreement } from './record-agreement';

const world = aWorld();
const june = instantOf(Date.UTC(2026, 5, 15, 12));
const agreement: NewAgreement = {
  vendor: 'twilio',
  services: ['texts'],
  signedOn: '2026-06-01',
  expiresOn: '2026-06-30',
};
const dayOf = (day: number) => instantOf(Date.UTC(2026, 5, day, 12));

test('a vendor is covered from the day of the signature to the day of expiry, and no longer once it is ended', async () => {
  const practice = await aPractice(world());
  const covered = (at: number) =>
    practice.as({ practiceId: practice.id, service: 'messages' }, (tx) => isCovered(tx, 'twilio'), instantOf(at));
  expect(await covered(june)).toBe(false);
  const id = await practice.as('administrator', (tx) => recordAgreement(tx, agreement), june);
  expect(await Promise.all([dayOf(1), dayOf(30), dayOf(31)].map(covered))).toEqual([true, true, false]);
  await practice.as('administrator', (tx) => endAgreement(tx, { id, version: 1 }), june);
  expect(await covered(june)).toBe(false);
  expect(await practice.as('auditor', (tx) => listAgreements(tx))).toMatchObject([
    { vendor: 'twilio', version: 2, endedAt: june },
  ]);
});

test('an agreement of one practice covers no other, and only an administrator records one', async () => {
  const [mine, theirs] = await Promise.all([aPractice(world()), aPractice(world())]);
  await theirs.as('administrator', (tx) => recordAgreement(tx, agreement), june);
  expect(await mine.as({ practiceId: mine.id, service: 'messages' }, (tx) => isCovered(tx, 'twilio'), june)).toBe(
    false,
  );
  await expect(mine.as('front_desk', (tx) => recordAgreement(tx, agreement), june)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('the register says of each agreement how it stands, and one in force covers whatever became of the others', async () => {
  const practice = await aPractice(world());
  const record = (change: Partial<NewAgreement>) =>
    practice.as('administrator', (tx) => recordAgreement(tx, { ...agreement, ...change }), june);
  const ended = await record({ signedOn: '2026-06-14' });
  await practice.as('administrator', (tx) => endAgreement(tx, { id: ended, version: 1 }), june);
  await record({ signedOn: '2025-01-01', expiresOn: '2025-12-31' });
  await record({ signedOn: '2026-06-16', expiresOn: null });
  const at = async (now: ReturnType<typeof instantOf>) => {
    const register = await practice.as('administrator', (tx) => listAgreements(tx), now);
    const covered = await practice.as(
      { practiceId: practice.id, service: 'edi' },
      (tx) => isCovered(tx, 'twilio'),
      now,
    );
    return [register.map(({ standing }) => standing), covered];
  };
  expect(await at(june)).toEqual([['to_come', 'ended', 'expired'], false]);
  expect(await at(dayOf(16))).toEqual([['in_force', 'ended', 'expired'], true]);
  const again = () => practice.as('administrator', (tx) => endAgreement(tx, { id: ended, version: 2 }), june);
  await expect(again()).rejects.toMatchObject({ code: 'wrong_state' });
});

test('days that make no sense name their field', async () => {
  const practice = await aPractice(world());
  const record = (change: Partial<NewAgreement>) =>
    practice.as('administrator', (tx) => recordAgreement(tx, { ...agreement, ...change }), june);
  await expect(record({ signedOn: '2026-02-30' })).rejects.toMatchObject({ fields: [{ pointer: '/signedOn' }] });
  await expect(record({ expiresOn: '2026-05-01' })).rejects.toMatchObject({ fields: [{ pointer: '/expiresOn' }] });
});
