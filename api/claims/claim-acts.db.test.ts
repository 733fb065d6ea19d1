import { addAuthorization } from '../../domain/billing/coverage';
import { noteClaimEvent } from '../../domain/claims/note-claim-event';
import { locked } from '../../domain/database/locked';
import { newId } from '../../domain/ids';
import { instantOf } from '../../domain/time/instant';
import { answer } from '../../tests/builders/answers';
import { type Caller, anApi } from '../../tests/builders/api';
import { type BillingPractice, type SubmittedClaim, aBillingPractice, aFile } from '../../tests/builders/billing';
import { hears, leftAt } from '../../tests/builders/claim-story';
import { aWorld } from '../../tests/builders/practice';
import { aStorage } from '../../tests/builders/storage';
import { adjusted } from '../../tests/builders/x12/remittances';

const world = aWorld();
const api = anApi(world);
let practice: BillingPractice;
let biller: Caller;
beforeAll(async () => {
  practice = await aBillingPractice(world(), aStorage());
  biller = await api().as(practice, 'biller');
});

const rowOf = ({ id }: SubmittedClaim) => practice.as('biller', (tx) => locked(tx, 'claims', id));
const post = async (
  claim: SubmittedClaim,
  verb: string,
  body: object = {},
  more: { version?: number; key?: string } = {},
) => {
  const version = more.version ?? (await rowOf(claim)).version;
  return biller.post(`/api/claims/${claim.id}/${verb}`, body, {
    version,
    ...(more.key !== undefined && { key: more.key }),
  });
};
const rejected = async () => {
  const claim = await leftAt(practice, instantOf(Date.now()));
  await hears(practice, claim, 'rejected');
  return claim;
};

test('a correction names the authorization that a person chose, and asked again under its key it is made once', async () => {
  const claim = await rejected();
  const { coverage_id: coverageId, version } = await rowOf(claim);
  const days = { fromDay: '2026-01-01', untilDay: '2026-12-31' };
  const authorizationId = await practice.as('biller', (tx) =>
    addAuthorization(tx, { coverageId, number: 'A7', ...days }),
  );
  await practice.as('biller', (tx) => addAuthorization(tx, { coverageId, number: 'A8', ...days }));
  const key = newId();
  const [first, again] = [
    await post(claim, 'correct', { authorizationId }, { version, key }),
    await post(claim, 'correct', { authorizationId }, { version, key }),
  ];
  expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
  expect(first.body).toMatchObject({ id: claim.id, state: 'ready', version: version + 1 });
  const versions = await practice.as(
    'biller',
    (tx) => tx.all<{ content: unknown }>`
      select content from claim_versions where practice_id = ${tx.practiceId} and claim_id = ${claim.id} order by version_no`,
  );
  expect(versions).toMatchObject([{}, { content: { references: [{ qualifier: 'G1', value: 'A7' }] } }]);
});

test('whoever saw an earlier version hears so, with the claim as it is now', async () => {
  const claim = await rejected();
  expect(await post(claim, 'void', {}, { version: 1 })).toMatchObject({
    status: 412,
    body: { code: 'stale_version', current: { id: claim.id, state: 'rejected' } },
  });
});

test('what the payer has without having told its number can’t be changed yet; an answer that is awaited neither', async () => {
  const claim = await leftAt(practice, instantOf(Date.now()));
  expect(await post(claim, 'correct')).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  await practice.as({ practiceId: practice.id, service: 'edi' }, async (tx) =>
    noteClaimEvent(tx, await locked(tx, 'claims', claim.id), { kind: 'accepted', evidenceKey: 'without a number' }),
  );
  for (const verb of ['correct', 'void'])
    expect(await post(claim, verb)).toMatchObject({ status: 409, body: { code: 'payer_number_unknown' } });
});

test('an appeal is kept with what was typed; giving up answers with a closed claim', async () => {
  const claim = await leftAt(practice, instantOf(Date.now()));
  await practice.post(aFile([answer(claim, [adjusted('CO', '197', 175)])]));
  const appealed = await post(claim, 'appeal', { note: 'By mail, with the note of the session' });
  expect(appealed).toMatchObject({ status: 200, body: { state: 'denied' } });
  const event = await practice.as(
    'biller',
    (tx) => tx.one<{ params: unknown; actor_id: string }>`
      select params, actor_id from claim_events where practice_id = ${tx.practiceId} and claim_id = ${claim.id} and kind = 'appealed'`,
  );
  expect(event?.params).toEqual({ note: 'By mail, with the note of the session' });
  expect(await post(claim, 'close')).toMatchObject({ status: 200, body: { state: 'closed', openCents: 0 } });
});
