import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { aBatch, aClaim, aLine, dollars } from '../tests/builders/x12/claims';
import { write837 } from '../domain/x12/write-837';
import { runCommand } from './run-command';
import { x12Check } from './x12-check';
import { x12Facts } from './x12-facts';

let folder: string;
let good: string;
let bad: string;
let text: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-x12-'));
  [good, bad, text] = [join(folder, 'good.837'), join(folder, 'bad.837'), join(folder, 'note.txt')];
  await writeFile(good, write837(aBatch([aClaim()])).bytes);
  await writeFile(bad, write837(aBatch([aClaim({ charge: dollars(1), lines: [aLine()] })])).bytes);
  await writeFile(text, 'no claim at all');
});

afterAll(() => rm(folder, { recursive: true }));

test('facts are one object a file, in the order asked', async () => {
  const { exit, lines } = await kept('x12', 'facts', good, bad);
  expect([exit, lines.map((line) => (JSON.parse(line) as { file: string }).file)]).toEqual([0, [good, bad]]);
});

test('a malformed file still gives its object, and exit 1', async () => {
  const { exit, lines } = await kept('x12', 'facts', text, good);
  expect([exit, lines.map((line) => (JSON.parse(line) as { wellFormed: boolean }).wellFormed)]).toEqual([
    1,
    [false, true],
  ]);
});

test('a file that can not be opened is named, the others are read, and exit is 2', async () => {
  for (const missing of [join(folder, 'nothing'), folder]) {
    const { exit, lines, complaints } = await kept('x12', 'facts', missing, good);
    expect([exit, lines.length]).toEqual([2, 1]);
    expect(complaints.join()).toContain(missing);
    expect((await kept('x12', 'check', missing, good)).exit).toBe(2);
  }
});

test('a check says what is wrong and where, for people and for scripts', async () => {
  const people = await kept('x12', 'check', good, bad);
  expect(people.exit).toBe(1);
  expect(people.lines[0]).toBe(`accepted  ${good}`);
  expect(people.lines[2]).toMatch(
    /error charge_total: CLM02 in 2300 at byte \d+: CLM02 is 1\.00, the lines add up to 175\.00/,
  );
  const scripts = await kept('x12', 'check', '--json', good, bad);
  expect(scripts.lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { file: good, accepted: true, findings: [] },
    {
      file: bad,
      accepted: false,
      findings: [{ rule: 'charge_total', severity: 'error', segment: 'CLM', element: 'CLM02', loop: '2300' }],
    },
  ]);
});

test('without a file there is nothing to do', async () => {
  for (const command of ['facts', 'check']) expect((await kept('x12', command)).exit).toBe(2);
});

async function kept(...argv: string[]) {
  let written = '';
  const output = new Writable({
    highWaterMark: 16, // smaller than any answer: every write has to wait for its drain
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      setImmediate(done);
    },
  });
  const [printed, complaints]: [string[], string[]] = [[], []];
  const exit = await runCommand([x12Facts(output), x12Check], argv, {
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  await new Promise((done) => output.end(done));
  return { exit, complaints, lines: [...printed, ...written.split('\n').filter((line) => line !== '')] };
}
