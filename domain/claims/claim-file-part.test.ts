import { aBatch, aClaim, anEnvelope } from '../../tests/builders/x12/claims';
import { aPaidClaim, aPaidLine, aRemittance, contractual } from '../../tests/builders/x12/remittances';
import type { ProfessionalClaim } from '../x12/claim';
import type { StatusLevel } from '../x12/claim-status';
import type { OpenFile } from '../x12/segments-of-claim';
import { write277ca } from '../x12/write-277ca';
import { write835 } from '../x12/write-835';
import { write837 } from '../x12/write-837';
import { write999 } from '../x12/write-999';
import { type ClaimFilePart, readClaimFilePart } from './claim-file-part';

const [large, one, step] = [8_000_000, 'KEPT004000', 262_144];
const numbers = (count: number) => Array.from({ length: count }, (_, n) => `KEPT${String(n).padStart(6, '0')}`);

/** So that a few thousand claims make a large file. */
const wordy = Array.from({ length: 40 }, () => ({ qualifier: 'CE', value: 'X'.repeat(50) }));

/** What a part of a file says of the claim in the middle of it, and each piece of the file that was asked for. */
async function told(kind: string, content: Uint8Array, places: ClaimFilePart['places'] = []) {
  const asked: number[] = [];
  const open: OpenFile = async (from, to = content.length - 1) => {
    const piece = content.subarray(from, to + 1);
    asked.push(piece.length);
    return [piece];
  };
  const named = { clientId: 'c', kind, storageKey: 'k', bytes: content.length, controlNumber: one, transaction: one };
  const { segments } = await readClaimFilePart({ ...named, places }, open);
  for (const { text, offset } of segments)
    expect(Buffer.from(content).toString('latin1', offset, offset + text.length)).toBe(text);
  return { text: segments.map((segment) => segment.text).join('~'), segments, asked };
}
const most = (sizes: readonly number[]) => Math.max(...sizes);
const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);

test('of an 837 of more than 8 MB only the bytes of the claim are fetched', async () => {
  const claims = numbers(4_002).map((controlNumber): ProfessionalClaim => aClaim({ controlNumber, references: wordy }));
  const { bytes, claims: written } = write837(aBatch(claims));
  expect(bytes.length).toBeGreaterThan(large);
  const place = written.find(({ controlNumber }) => controlNumber === one);
  const { text, asked, segments } = await told('837', bytes, [{ from: place?.from ?? 0, until: place?.to ?? 0 }]);
  expect(segments.filter(({ name }) => name === 'CLM')).toMatchObject([
    { text: expect.stringContaining(one) as string },
  ]);
  expect(text.startsWith('HL*')).toBe(true);
  expect(sum(asked)).toBeLessThan(10_000);
});

test('of an 835 of more than 8 MB only the bytes of the claim are fetched', async () => {
  const claims = numbers(4_002).map((controlNumber) =>
    aPaidClaim([aPaidLine(175, [contractual(40)])], { controlNumber, references: wordy }),
  );
  const bytes = Buffer.from(write835(anEnvelope(), aRemittance(claims)));
  expect(bytes.length).toBeGreaterThan(large);
  const [from, until] = [bytes.indexOf(`CLP*${one}*`), bytes.indexOf('CLP*KEPT004001*')];
  const { segments, asked } = await told('835', bytes, [{ from, until }]);
  expect(segments.filter(({ name }) => name === 'CLP' || name === 'SVC')).toHaveLength(2);
  expect(sum(asked)).toBeLessThan(10_000);
});

const none = { statuses: [], references: [], dates: [], quantities: [], amounts: [], lines: [] };
const codes = [{ category: 'A2', status: '20' }];
/** A payer that has much to say of each claim. */
const statuses = Array.from({ length: 10 }, () => ({ codes, date: '20261102', message: 'X'.repeat(250) }));

test('of a 277CA of more than 8 MB little more than the level of the claim is fetched; without its place it is read through in steps', async () => {
  const levels = numbers(4_002).map((number, n): StatusLevel => ({
    id: String(n + 1),
    level: 'PT',
    name: { entityType: '1', last: `LAST${number}`, first: 'ANA' },
    traces: [{ ...none, type: '2', number, statuses }],
  }));
  const bytes = Buffer.from(write277ca(anEnvelope(), { reference: 'R1', levels }));
  expect(bytes.length).toBeGreaterThan(large);
  const from = bytes.lastIndexOf('HL*', bytes.indexOf(`TRN*2*${one}~`));
  const near = await told('277CA', bytes, [{ from, until: null }]);
  expect(near.segments.map(({ name }) => name)).toEqual([
    'HL',
    'NM1',
    'TRN',
    ...Array.from({ length: 10 }, () => 'STC'),
  ]);
  expect(sum(near.asked)).toBeLessThan(2 * step);
  const through = await told('277CA', bytes);
  expect(through.text).toBe(near.text);
  expect(through.text).not.toContain('KEPT004001');
  expect(most(through.asked)).toBeLessThanOrEqual(step);
});

test('a 999 of more than 8 MB is read through in steps, and tells the transaction of the claim without what is said of others', async () => {
  const error = (value: string) => ({
    segment: 'NM1',
    position: '20',
    code: '8',
    contexts: [{ name: 'CLM01', value }],
    elements: [{ position: '9', code: '7', value: 'X'.repeat(90) }],
  });
  const sets = numbers(4_002).map((control) => ({
    type: '837',
    control,
    version: '005010X222A1',
    code: 'R',
    reasons: ['5'],
    errors: Array.from({ length: 18 }, () => error('SOMEBODY')).concat(error(control)),
  }));
  const group = { functionalId: 'HC', control: '41', version: '005010X222A1' };
  const result = { code: 'R', included: '1', received: '1', accepted: '0', reasons: [] };
  const bytes = write999(anEnvelope(), { group, sets, result });
  expect(bytes.length).toBeGreaterThan(large);
  const { segments, text, asked } = await told('999', bytes);
  expect(segments.map(({ name }) => name)).toEqual(['AK1', 'AK2', 'IK3', 'CTX', 'IK4', 'IK5', 'AK9']);
  expect(text).not.toContain('SOMEBODY');
  expect(most(asked)).toBeLessThanOrEqual(step);
});
