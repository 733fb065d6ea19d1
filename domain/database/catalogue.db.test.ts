import { Client } from 'pg';
import { type Fixture, fixtures, widget, widgets } from '../../tests/database/catalogue-fixtures';
import { type TestUrls, cloneDatabase } from '../../tests/setup/test-database';
import { type CatalogueFinding, catalogueFindings, findingsWithin } from './catalogue';
import { catalogueRules } from './catalogue-rules';
import { register } from './tables';

let urls: TestUrls;
let superuser: Client;

beforeAll(async () => {
  urls = await cloneDatabase();
  superuser = new Client({ connectionString: urls.admin });
  await superuser.connect();
});
afterAll(() => superuser.end());

/** What is found once somebody has done this to the schema; nothing of it stays. */
async function findingsAfter(ddl: string, more: Fixture['registered'] = []): Promise<readonly CatalogueFinding[]> {
  await superuser.query('begin');
  try {
    await superuser.query(`set local role kept_owner; ${ddl}`);
    return await findingsWithin(superuser, [...register, ...more]);
  } finally {
    await superuser.query('rollback');
  }
}

test('the migrated schema breaks no rule', async () => {
  expect(await catalogueFindings(urls.migrator)).toEqual([]);
});

test('a table made as the house makes them breaks no rule, with a policy that keeps to the practice', async () => {
  const own = 'practice_id = (select authz.practice_id()) and (name is null or client_id is null)';
  const ddl = `${widget()} create policy app on kept.widgets to kept_app, kept_worker using (${own}) with check (${own});
    grant select, insert, update (name) on kept.widgets to kept_app, kept_worker;
    create view kept.named with (security_invoker = true) as select id from kept.widgets`;
  expect(await findingsAfter(ddl, widgets)).toEqual([]);
});

const cases = Object.entries<readonly Fixture[]>(fixtures).flatMap(([rule, list]) =>
  list.map((fixture) => ({ rule, object: fixture.object, fixture })),
);

test.each(cases)('found: $rule ($object)', async ({ rule, object, fixture }) => {
  const found = await findingsAfter(fixture.ddl, fixture.registered);
  expect(found).toContainEqual({ rule, object: expect.stringContaining(object) });
});

test('every rule has a fixture', () => {
  expect(Object.keys(fixtures).toSorted()).toEqual(Object.keys(catalogueRules).toSorted());
});
