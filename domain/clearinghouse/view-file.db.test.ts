import { Readable } from 'node:stream';
import { openStored } from '../files/open-stored';
import { answer } from '../../tests/builders/answers';
import { type BillingPractice, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { aStorage } from '../../tests/builders/storage';
import { contractual } from '../../tests/builders/x12/remittances';
import { listFiles, readFile } from './list-files';
import { readInboundFile } from './read-inbound-file';
import { receiveFile } from './receive-file';
import { findFile, viewFile } from './view-file';

const world = aWorld();
let practice: BillingPractice;
beforeAll(async () => {
  practice = await aBillingPractice(world(), aStorage());
});

const stores = () => ({ database: world().worker, storage: practice.storage });
const arrives = async (content: Uint8Array, name = 'a.txt'): Promise<string> => {
  const file = { name, cameBy: 'clearinghouse', open: () => Readable.from([Buffer.from(content)]) } as const;
  const { id } = await receiveFile(stores(), { practiceId: practice.id, service: 'edi' }, file);
  await readInboundFile(stores(), practice.id, id);
  return id;
};
const look = async (id: string, from = 0) => {
  const place = await practice.as('biller', (tx) => findFile(tx, id));
  return viewFile(place, openStored(practice.storage, place.storageKey), from);
};
/** The parts of a file, one after the other. */
async function parts(id: string) {
  const found = [await look(id)];
  for (let next = found[0]?.next ?? null; next !== null;) {
    const part = await look(id, next);
    found.push(part);
    next = part.next;
  }
  return found;
}

test('a file that is none of the kinds that are read is set aside, listed with why, and shown as the text that it is', async () => {
  const id = await arrives(Buffer.from('Estimado: la oficina está cerrada <b>hoy</b>'), 'note.txt');
  expect(await practice.as('biller', (tx) => readFile(tx, id))).toMatchObject({
    name: 'note.txt',
    state: 'quarantined',
    reason: 'malformed',
    kind: null,
    cameBy: 'clearinghouse',
  });
  const listed = await practice.as('biller', (tx) =>
    listFiles(tx, { states: ['quarantined'] }, { order: 'DESC', offset: 0, limit: 10 }),
  );
  expect(listed.rows.map((row) => row.id)).toContain(id);
  expect(await look(id)).toEqual({
    shape: 'text',
    from: 0,
    next: null,
    bytes: 45,
    text: 'Estimado: la oficina está cerrada <b>hoy</b>',
  });
});

test('text is cut between characters, and all of it is shown part by part', async () => {
  const text = 'ñ'.repeat(40_000);
  const found = await parts(await arrives(Buffer.from(`x${text}`)));
  expect(found.map((part) => (part.shape === 'text' ? part.text : '')).join('')).toBe(`x${text}`);
  expect(found.length).toBeGreaterThan(1);
});

test('what is neither X12 nor text is shown as bytes, a few at a time', async () => {
  const part = await look(await arrives(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(10_000)])));
  expect(part).toMatchObject({ shape: 'bytes', next: 4096, bytes: 10_004 });
  expect(part.shape === 'bytes' && part.hex[0]).toBe('504b0304000000000000000000000000');
});

test('X12 is shown by its segments, each of them once, however large the file is, and also where it is torn', async () => {
  const claims = Array.from({ length: 300 }, (_, n) => ({ controlNumber: `V${String(n)}` }));
  const claim = await practice.submitted();
  const whole = aFile(claims.map(({ controlNumber }) => answer(claim, [contractual(40)], { controlNumber })));
  const torn = whole.subarray(0, whole.length - 60);
  const found = await parts(await arrives(torn, 'torn.835'));
  expect(found.length).toBeGreaterThan(1);
  const segments = found.flatMap((part) => (part.shape === 'segments' ? part.segments : []));
  expect(segments[0]?.name).toBe('ISA');
  expect(segments.filter(({ name }) => name === 'CLP')).toHaveLength(300);
  expect(new Set(segments.map(({ offset }) => offset)).size).toBe(segments.length);
});

test('a file of another practice is not there, and nothing is behind the end of one', async () => {
  const id = await arrives(Buffer.from('something'));
  const elsewhere = await aBillingPractice(world(), practice.storage);
  await expect(elsewhere.as('biller', (tx) => findFile(tx, id))).rejects.toMatchObject({ code: 'not_found' });
  await expect(look(id, 9)).rejects.toMatchObject({ code: 'not_found' });
});
