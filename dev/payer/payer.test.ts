import { appendFile, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { aPayer, aClaimEnding, claimsFile } from '../../tests/builders/payer-simulator';

let payer: Awaited<ReturnType<typeof aPayer>>;
beforeEach(async () => {
  payer = await aPayer();
});
afterEach(async () => {
  await payer.close();
  expect(payer.said.filter((line) => /can ?not|could not/.test(line))).toEqual([]);
});

const files = [
  claimsFile([aClaimEnding('000')], 41),
  claimsFile([aClaimEnding('COI', { controlNumber: 'KEPT000002' })], 42),
] as const;

test('what was sent lies in `sent` under its name, and is answered once, in whatever pieces it is told', async () => {
  const started = await payer.start();
  await payer.put('1.837', files[0]);
  await started.answered();
  const first = await payer.left();
  expect(Object.keys(first)).toEqual([
    '000001-01.ta1',
    '000001-02.999',
    '000001-03.277',
    '000001-04.277',
    '000001-05.835',
  ]);
  expect(await readdir(payer.at('sent'))).toEqual(['1.837']);
  await payer.put('1.837', files[0]);
  await started.answered();
  expect(await payer.left()).toEqual(first);
  expect(await readdir(payer.at('to'))).toEqual([]);
});

test('what is still being written is left alone', async () => {
  const started = await payer.start();
  await payer.put('1.837', files[0]);
  await rename(payer.at('to', '1.837'), payer.at('to', '1.837.tmp'));
  await started.answered();
  expect(await readdir(payer.at('to'))).toEqual(['1.837.tmp']);
  expect(await payer.left()).toEqual({});
});

test('killed before it answered, it leaves the same answers that it would have left', async () => {
  await payer.put('1.837', files[0]);
  await payer.put('2.837', files[1]);
  const slow = await payer.start(60_000);
  await slow.look();
  expect(await payer.left()).toEqual({});
  await (await payer.start()).answered();
  const left = await payer.left();
  expect(Object.keys(left)).toHaveLength(10);
  for (const name of ['000001-05.835', '000002-02.999']) await rename(payer.at('from', name), join(payer.folder, name));
  await (await payer.start()).answered();
  expect(await payer.left()).toEqual(left);
});

test('killed between the note and the move, or while the note was written, it takes the file once', async () => {
  await payer.put('1.837', files[0]);
  await (await payer.start()).answered();
  const left = await payer.left();
  await rename(payer.at('sent', '1.837'), payer.at('to', '1.837'));
  await appendFile(join(payer.folder, 'taken.jsonl'), '{"number":2,"na');
  await payer.put('2.837', files[1]);
  await (await payer.start()).answered();
  expect(await payer.left()).toMatchObject(left);
  expect(Object.keys(await payer.left())).toHaveLength(10);
  expect((await readdir(payer.at('sent'))).toSorted()).toEqual(['1.837', '2.837']);
});
