import { choosePorts } from './ports';
import { runFile } from './run-file';
import { summaryTable } from './summary-table';

const run = async (logins: Parameters<typeof runFile>[0]['logins'], ui = true) =>
  runFile({
    settings: { KEPT_TEMPORAL_ADDRESS: '127.0.0.1:4606', KEPT_DATABASE_URL: 'postgres://kept_app@127.0.0.1/kept' },
    ports: await choosePorts(
      4600,
      () => {},
      async () => true,
    ),
    ui,
    startedAt: new Date('2026-11-24T09:00:00Z'),
    logins,
  });

test('the table names every place and every sign-in, in columns', async () => {
  const table = summaryTable(
    await run([
      { role: 'owner', email: 'olive@kept.example', password: 'three green doors', totpSecret: 'JBSWY3DPEHPK3PXP' },
      { role: 'client', email: 'c@kept.example', password: 'four' },
    ]),
  );
  for (const port of [4600, 4601, 4604, 4607]) expect(table).toContain(`http://localhost:${port}`);
  expect(table).toContain('owner       olive@kept.example  three green doors  JBSWY3DPEHPK3PXP\n');
  expect(table).toContain('client      c@kept.example      four\n');
});

test('an empty deployment says how to begin, and a page that was not started is not promised', async () => {
  const empty = await run([], false);
  expect(empty).not.toHaveProperty('temporalUiUrl');
  expect(summaryTable(empty)).toContain('not started');
  expect(summaryTable(empty)).toContain('npm run kept');
});
