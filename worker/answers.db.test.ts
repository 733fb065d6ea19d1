import { openLog } from '../integrations/log/logger';
import { withHeldFile } from '../integrations/storage/hold-file';
import { aBillingPractice } from '../tests/builders/billing';
import { aClearinghouse, agreed, someStorage } from '../tests/builders/clearinghouse';
import { workOf } from '../tests/builders/flow';
import { aWorld } from '../tests/builders/practice';
import { answersOf } from './answers';

const world = aWorld();

test('silence becomes work once it lasts, for whom it concerns, and heals when the clearinghouse lets us look again', async () => {
  const storage = someStorage();
  const [practice, stranger] = [await aBillingPractice(world(), storage), await aBillingPractice(world(), storage)];
  await agreed(practice);
  const house = aClearinghouse();
  const log = openLog({ name: 'test', level: 'silent' });
  const given = { database: world().worker, storage, clearinghouse: house.port, hold: withHeldFile, log };
  const [patient, impatient] = [answersOf(given), answersOf({ ...given, patienceMs: 0 })];
  expect(patient.health()).toEqual({ name: 'clearinghouse', state: 'degraded', ms: null, detail: null });

  house.silent = true;
  await patient.collect();
  expect([patient.health().state, await workOf(practice, practice.id)]).toEqual(['down', []]);
  await impatient.collect();
  await impatient.collect();
  expect(await workOf(practice, practice.id)).toEqual(['clearinghouse_silent']);
  expect(await workOf(stranger, stranger.id)).toEqual([]);

  house.silent = false;
  await patient.collect(); // not the one that told of it
  expect([patient.health().state, await workOf(practice, practice.id)]).toEqual(['up', []]);
});
