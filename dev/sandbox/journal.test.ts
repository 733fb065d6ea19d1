import { appendFile, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Journal, openJournal } from './journal';

let folder: string;
const opened: Journal<number>[] = [];
async function open(fileLines: number): Promise<Journal<number>> {
  const journal = await openJournal<number>(folder, fileLines);
  opened.push(journal);
  return journal;
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-journal-'));
});
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  await rm(folder, { recursive: true });
});

const append = (journal: { append(line: number): Promise<void> }, from: number, to: number) =>
  Promise.all(Array.from({ length: to - from + 1 }, (_, index) => journal.append(from + index)));

test('what was appended is there although nobody closed the journal, in its order', async () => {
  await append(await open(100), 1, 50);
  expect((await open(100)).earlier).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
});

test('a last line that a kill tore is left out, and the next line does not stick to it', async () => {
  await append(await open(100), 1, 2);
  await appendFile(join(folder, 'messages.jsonl'), '{"torn":"ä');
  const journal = await open(100);
  expect(journal.earlier).toEqual([1, 2]);
  await journal.append(3);
  expect(await readFile(join(folder, 'messages.jsonl'), 'utf8')).toBe('1\n2\n3\n');
});

test('a full file becomes the one before, and the one before that is forgotten', async () => {
  const journal = await open(10);
  for (let batch = 0; batch < 5; batch++) await append(journal, batch * 10 + 1, batch * 10 + 10);
  await journal.append(51);
  expect((await readdir(folder)).sort()).toEqual(['messages.before.jsonl', 'messages.jsonl']);
  expect((await open(10)).earlier).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51]);
});

test('cleared means empty, also after a restart, and lines can follow', async () => {
  const journal = await open(1);
  await append(journal, 1, 3);
  await journal.clear();
  expect((await open(1)).earlier).toEqual([]);
  await journal.append(4);
  expect((await open(1)).earlier).toEqual([4]);
});
