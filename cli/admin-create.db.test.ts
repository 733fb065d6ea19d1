import { PassThrough, Readable } from 'node:stream';
import { openDatabase } from '../domain/database/database';
import { passwordMatches } from '../integrations/password/password';
import { asSuperuser } from '../tests/builders/sql';
import { type TestUrls, cloneDatabase } from '../tests/setup/test-database';
import { adminCreate } from './admin-create';
import type { Keys } from './ask-secret';
import { runCommand } from './run-command';

const good = 'seven quiet herons over the bay';
let urls: TestUrls;
beforeEach(async () => {
  urls = await cloneDatabase();
});

async function kept(words: readonly string[], keys: Keys = Readable.from([`${good}\n`])) {
  const [lines, complaints]: [string[], string[]] = [[], []];
  const environment = { KEPT_MIGRATOR_DATABASE_URL: urls.migrator, KEPT_DATABASE_URL: urls.app };
  const exit = await runCommand(
    [adminCreate(environment, { keys, screen: new PassThrough() })],
    ['admin', 'create', ...words],
    { print: (line) => void lines.push(line), complain: (line) => void complaints.push(line) },
  );
  return { exit, lines, complaints };
}

const ask = <Row extends object>(text: string, values: unknown[] = []) =>
  asSuperuser(urls, async (sql) => (await sql.query<Row>(text, values)).rows);
const passwordOf = async (email: string) =>
  (await ask<{ password_hash: string }>('select password_hash from kernel.people where email = $1', [email]))[0]
    ?.password_hash;
const mara = ['--email', ' Mara@Example.org ', '--name', 'Mara Osborne'];
const founding = ['--found', 'Cedar', '--zone', 'America/New_York'];

test('in an empty database it founds the practice, and its administrator signs in with the password that was piped in', async () => {
  const { exit, lines } = await kept([...mara, ...founding, '--phone', '(212) 555-0100', '--json']);
  expect(exit).toBe(0);
  expect(lines.join()).not.toContain(good);
  const made = JSON.parse(lines.join()) as { practiceId: string; membershipId: string };
  expect(made).toEqual({
    practiceId: expect.any(String) as string,
    membershipId: expect.any(String) as string,
    founded: true,
    email: 'mara@example.org',
    known: false,
  });
  expect(await passwordMatches(await passwordOf('mara@example.org'), good)).toBe(true);
  const database = openDatabase({ url: urls.app, name: 'kept test', poolSize: 1 });
  const seen = await database.inPractice({ membershipId: made.membershipId }, undefined, async (tx) => ({
    roles: tx.roles,
    profile: await tx.one`select name, zone, phone from practice_profiles`,
    me: await tx.one`select display_name from staff where id = ${tx.actor}`,
    audit: await tx.all`select act from audit`,
  }));
  await database.close();
  expect(seen).toEqual({
    roles: ['administrator'],
    profile: { name: 'Cedar', zone: 'America/New_York', phone: '+12125550100' },
    me: { display_name: 'Mara Osborne' },
    audit: [{ act: 'practice.found' }],
  });
});

test('a generated password is printed once, and is the one that signs in', async () => {
  const people = await kept([...mara, ...founding, '--generate']);
  const [, shown = ''] = /shown this once: {2}(\S+)$/.exec(people.lines.join('\n')) ?? [];
  expect(shown).toMatch(/^([a-z2-9]{5}-){4}[a-z2-9]{5}$/);
  expect(await passwordMatches(await passwordOf('mara@example.org'), shown)).toBe(true);
  const scripts = await kept(['--email', 'b@example.org', '--name', 'B', '--another', '--generate', '--json']);
  const { password } = JSON.parse(scripts.lines.join()) as { password: string };
  expect(await passwordMatches(await passwordOf('b@example.org'), password)).toBe(true);
});

test('a practice that has an administrator gets another one only when that is meant; the audit says that nobody let her in', async () => {
  await kept([...mara, ...founding]);
  const another = ['--email', 'noor@example.org', '--name', 'Noor Amin'];
  expect(await kept(another)).toMatchObject({ exit: 1, complaints: [expect.stringContaining('--another')] });
  const { exit, lines } = await kept([...another, '--another', '--json']);
  expect(exit).toBe(0);
  const { membershipId } = JSON.parse(lines.join()) as { membershipId: string };
  expect(
    await ask('select actor_id, purpose, outcome, record_ids from kept.audit where act = $1', ['admin.create']),
  ).toEqual([{ actor_id: null, purpose: 'operations', outcome: 'done', record_ids: [membershipId] }]);
  expect(await kept([...another, '--another'])).toMatchObject({
    exit: 1,
    complaints: ['this e-mail address is a member of the practice already'],
  });
  expect(await ask('select 1 from kept.audit where act = $1', ['admin.create'])).toHaveLength(1);
});

test('with several practices it has to be named, and a wrong name lists them', async () => {
  await kept([...mara, ...founding]);
  const second = await kept([...mara, '--found', 'Maple', '--zone', 'America/Chicago', '--json']);
  const { practiceId } = JSON.parse(second.lines.join()) as { practiceId: string };
  const noor = ['--email', 'noor@example.org', '--name', 'Noor Amin', '--another'];
  const unnamed = await kept(noor);
  expect([unnamed.exit, unnamed.complaints.join()]).toEqual([
    2,
    expect.stringMatching(/^there is more than one practice: choose with --practice ID\n.*Cedar\n.*Maple$/),
  ]);
  expect(await kept([...noor, '--practice', 'Oak'])).toMatchObject({
    exit: 2,
    complaints: [expect.stringContaining('there is no such practice')],
  });
  for (const practice of [practiceId, 'Maple'])
    expect(
      await kept(['--email', `${practice}@example.org`, '--name', 'N', '--another', '--practice', practice, '--json']),
    ).toMatchObject({ exit: 0, lines: [expect.stringContaining(`"practiceId":"${practiceId}"`)] });
});

test('somebody who signs in already keeps her password, and no new one is asked for or shown', async () => {
  await kept([...mara, ...founding]);
  const again = await kept([...mara, '--found', 'Maple', '--zone', 'America/Chicago', '--generate', '--json']);
  expect([again.exit, JSON.parse(again.lines.join())]).toMatchObject([0, { founded: true, known: true }]);
  expect(again.lines.join()).not.toContain('"password"');
  expect(await passwordMatches(await passwordOf('mara@example.org'), good)).toBe(true);
});

test.each([
  ['missing: --email', ['--name', 'Mara', ...founding]],
  ['missing: --zone', ['--email', 'mara@example.org', '--name', 'Mara', '--found', 'Cedar']],
  ['there is no practice yet', [...mara]],
  ['--zone: expected a time zone', [...mara, '--found', 'Cedar', '--zone', 'Cedar Time']],
  ['--email: expected an e-mail address', ['--email', 'mara', '--name', 'Mara', ...founding]],
  ['--phone: expected a phone number', [...mara, ...founding, '--phone', 'none']],
  ['without --practice', [...mara, ...founding, '--practice', 'Cedar']],
])('a wrong call ends with 2, says what is wrong, and leaves nothing behind: %s', async (fault, words) => {
  const { exit, complaints } = await kept(words);
  expect([exit, complaints.join()]).toEqual([2, expect.stringContaining(fault)]);
  expect(await ask('select 1 from kernel.people')).toEqual([]);
});

test.each([
  ['fourteen chars', 'too short'],
  [`mara@example.org and more`, 'holds the e-mail address'],
  ['', 'too short'],
])('a bad password is refused, without a word of it: %j', async (password, fault) => {
  const { exit, complaints } = await kept([...mara, ...founding], Readable.from([`${password}\r\n`]));
  expect([exit, complaints.join()]).toEqual([2, expect.stringContaining(fault)]);
  expect(complaints.join()).not.toContain(password || 'nothing');
  expect(await ask('select 1 from kernel.practices')).toEqual([]);
});

test('at a terminal it is asked for twice', async () => {
  const keys: Keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  keys.push(`${good}\r${good}\r`);
  expect((await kept([...mara, ...founding], keys)).exit).toBe(0);
  expect(await passwordMatches(await passwordOf('mara@example.org'), good)).toBe(true);
  const differing: Keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  differing.push(`${good}\r${good}!\r`);
  const { exit, complaints } = await kept(['--email', 'b@example.org', '--name', 'B', '--another'], differing);
  expect([exit, complaints]).toEqual([2, ['the two passwords differ']]);
});
