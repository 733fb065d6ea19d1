import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diskStorage } from '../integrations/storage/disk';
import { aBillingPractice } from '../tests/builders/billing';
import { agreed } from '../tests/builders/clearinghouse';
import { aWorld } from '../tests/builders/practice';
import { anEnvelope } from '../tests/builders/x12/claims';
import { write999 } from '../domain/x12/write-999';
import { claimsSubmit } from './claims-submit';
import { ediReceive } from './edi-receive';
import { runCommand } from './run-command';

const world = aWorld();

test('claims go to the watched directory once, and the 999 that comes back is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-cli-'));
  for (const name of ['to', 'from', 'files']) mkdirSync(join(folder, name));
  const practice = await aBillingPractice(world(), diskStorage(join(folder, 'files')));
  await agreed(practice);
  const claim = await practice.ready();
  const { urls } = world();
  const environment = {
    KEPT_MODE: 'test',
    KEPT_WORKER_DATABASE_URL: urls.worker,
    KEPT_MIGRATOR_DATABASE_URL: urls.migrator,
    KEPT_STORAGE: pathToFileURL(join(folder, 'files')).href,
    KEPT_CLEARINGHOUSE: pathToFileURL(folder).href,
  };
  async function kept(...words: string[]) {
    const lines: string[] = [];
    const output = {
      print: (line: string) => void lines.push(line),
      complain: (line: string) => void lines.push(line),
    };
    const commands = [claimsSubmit(environment), ediReceive(environment)];
    const exit = await runCommand(commands, [...words, '--practice', practice.id, '--json'], output);
    return { exit, told: JSON.parse(lines.join('\n')) as unknown };
  }

  expect(await kept('claims', 'submit')).toMatchObject({
    exit: 0,
    told: { batches: [{ controlNumber: '000000001', claims: 1, outcome: 'sent' }], blocked: [] },
  });
  expect(await kept('claims', 'submit')).toEqual({ exit: 0, told: { batches: [], blocked: [] } });
  expect(readdirSync(join(folder, 'to'))).toHaveLength(1);

  const answer = join(folder, 'from', 'anything.txt');
  const result = { code: 'A', included: '1', received: '1', accepted: '1', reasons: [] };
  writeFileSync(answer, write999(anEnvelope(), { group: { functionalId: 'HC', control: '1' }, sets: [], result }));
  expect(await kept('edi', 'receive', answer)).toMatchObject({ exit: 0, told: { kind: '999', disposition: 'read' } });
  const events = await practice.as(
    { practiceId: practice.id, service: 'edi' },
    (tx) => tx.all<{ kind: string }>`
      select kind from claim_events where practice_id = ${tx.practiceId} and claim_id = ${claim.id} order by kind`,
  );
  expect(events.map(({ kind }) => kind)).toEqual(['format_accepted', 'submitted']);
});
