import {
  aRemittance,
  aPaidClaim,
  aPaidLine,
  aProviderAdjustment,
  contractual,
  copay,
} from '../../tests/builders/x12/remittances';
import { anEnvelope } from '../../tests/builders/x12/claims';
import { type OpenFile, segmentsOfPart } from './segments-of-claim';
import { write835 } from './write-835';

const content = aRemittance(
  [
    aPaidClaim([aPaidLine(175, [contractual(40), copay(25)])], { controlNumber: 'FIRST' }),
    aPaidClaim([aPaidLine(140, [])], { controlNumber: 'SECOND' }),
  ],
  [aProviderAdjustment('WO', 30)],
);
const file = Buffer.from(write835(anEnvelope(), content));

/** Opens bytes in pieces of seven, and remembers how many were asked for. */
function opening(bytes: Buffer): { open: OpenFile; asked: () => readonly (readonly [number, number | undefined])[] } {
  const asked: (readonly [number, number | undefined])[] = [];
  const open: OpenFile = (from, to) => {
    asked.push([from, to]);
    const part = bytes.subarray(from, to === undefined ? undefined : to + 1);
    return Promise.resolve(pieces(part));
  };
  return { open, asked: () => asked };
}
async function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
const textAt = (bytes: Buffer, offset: number, text: string) => bytes.toString('latin1', offset, offset + text.length);

test.each([
  ['FIRST', 'the next claim'],
  ['SECOND', 'what the provider is adjusted by'],
])('the segments of %s begin at its byte and end before %s', async (number) => {
  const offset = file.indexOf(`CLP*${number}`);
  const segments = await segmentsOfPart(opening(file).open, 'CLP', { from: offset });
  expect(segments[0]).toMatchObject({ name: 'CLP', offset });
  expect(segments.filter(({ name }) => name === 'CLP' || name === 'PLB' || name === 'SE')).toHaveLength(1);
  for (const { text, offset: at } of segments) expect(textAt(file, at, text)).toBe(text);
});

test('little more than the claim is read', async () => {
  const { open, asked } = opening(file);
  const [from, until] = [file.indexOf('CLP*FIRST'), file.indexOf('CLP*SECOND')];
  const unbounded = await segmentsOfPart(open, 'CLP', { from });
  expect(await segmentsOfPart(open, 'CLP', { from, until })).toEqual(unbounded);
  expect(asked()).toEqual([
    [0, 511],
    [from, undefined],
    [0, 511],
    [from, until - 1],
  ]);
});

test('an interchange with delimiters of its own behind another one is read from the beginning', async () => {
  const other = Buffer.from(file.toString('latin1').replaceAll('*', '|').replaceAll('~', '!'), 'latin1');
  const both = Buffer.concat([file, other]);
  const offset = both.indexOf('CLP|SECOND');
  const segments = await segmentsOfPart(opening(both).open, 'CLP', { from: offset });
  expect(segments[0]).toMatchObject({ name: 'CLP', offset });
  expect(segments[0]?.text).toContain('CLP|SECOND|');
});
