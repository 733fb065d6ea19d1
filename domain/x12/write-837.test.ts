import { claimScenarios } from '../../tests/builders/x12/claim-scenarios';
import {
  aBatch,
  aChild,
  aClaim,
  aLine,
  anEnvelope,
  anOrganization,
  aPerson,
  dollars,
} from '../../tests/builders/x12/claims';
import { all } from '../../tests/builders/x12/files';
import { check } from './check/check';
import { readX12File } from './read-x12';
import { amountText } from './segment-text';
import { type ClaimBatch, claimAtSegment, write837, write837Pieces } from './write-837';

const mixed = aBatch([
  aClaim({ controlNumber: 'A1' }),
  aClaim({ controlNumber: 'A2', patient: aChild(), subscriber: { ...aClaim().subscriber, relationship: undefined } }),
  aClaim({ controlNumber: 'A3', billing: anOrganization({ last: 'HARBOR NORTH' }) }),
  aClaim({ controlNumber: 'A4', billing: anOrganization({ last: 'HARBOR NORTH' }) }),
]);

test('an ISA has 106 bytes with its terminator, whatever is in it', () => {
  for (const id of ['X1', 'FIFTEENLETTERSX'])
    for (const interchangeControl of [1, 999_999_999]) {
      const envelope = anEnvelope({ sender: { qualifier: 'ZZ', id }, interchangeControl });
      const file = textOf({ ...mixed, envelope });
      expect([file.indexOf('~'), file.charAt(106)]).toEqual([105, 'G']);
    }
});

test('what does not fit its place in the envelope is refused, not cut', () => {
  const writes = (more: Parameters<typeof anEnvelope>[0]) => () => write837({ ...mixed, envelope: anEnvelope(more) });
  expect(writes({ sender: { qualifier: 'ZZ', id: 'SIXTEENLETTERSXX' } })).toThrow(RangeError);
  expect(writes({ interchangeControl: 1_000_000_000 })).toThrow(RangeError);
  expect(writes({ interchangeControl: 1.5 })).toThrow(RangeError);
  expect(() => write837(aBatch([]))).toThrow(RangeError);
});

test('control numbers are those that were given, at both ends of each envelope', () => {
  const envelope = anEnvelope({ interchangeControl: 512, groupControl: 77, transactionControl: 12 });
  const file = textOf({ ...mixed, envelope, claimsPerTransaction: 3 });
  expect(file.slice(90, 99)).toBe('000000512');
  expect(file.match(/(?<=~)(GS\*|ST\*|SE\*|GE\*|IEA\*)[^~]*/g)).toEqual([
    'GS*HC*HARBORCLINIC*TESTHOUSE*20261102*0915*77*X*005010X222A1',
    'ST*837*0012*005010X222A1',
    expect.stringMatching(/^SE\*\d+\*0012$/),
    'ST*837*0013*005010X222A1',
    expect.stringMatching(/^SE\*\d+\*0013$/),
    'GE*2*77',
    'IEA*1*000000512',
  ]);
});

test('each claim knows its bytes and its segments', () => {
  for (const claimsPerTransaction of [1, 3, 100]) {
    const { bytes, claims } = write837({ ...mixed, claimsPerTransaction });
    const file = Buffer.from(bytes).toString();
    expect(claims.map((claim) => claim.controlNumber)).toEqual(['A1', 'A2', 'A3', 'A4']);
    for (const claim of claims) {
      const own = file.slice(claim.from, claim.to);
      expect(own).toMatch(new RegExp(`^HL\\*\\d+\\*\\d+\\*22\\*.*CLM\\*${claim.controlNumber}\\*.*REF\\*6R\\*L0001~$`));
      const transaction = segmentsOf(file, claim.transaction);
      expect(transaction.slice(claim.firstSegment - 1, claim.lastSegment).join('')).toBe(own);
    }
  }
});

test('a position in a transaction leads to the claim that stands there', () => {
  const { bytes, claims } = write837({ ...mixed, claimsPerTransaction: 3 });
  const clm = (control: string) =>
    segmentsOf(Buffer.from(bytes).toString(), control).flatMap((one, at) => (one.startsWith('CLM*') ? [at + 1] : []));
  const found = ['0001', '0002'].flatMap((control) => clm(control).map((at) => claimAtSegment(claims, control, at)));
  expect(found.map((claim) => claim?.controlNumber)).toEqual(['A1', 'A2', 'A3', 'A4']);
  expect(claimAtSegment(claims, '0001', 2)).toBeUndefined();
});

test('claims in a row of one billing provider share its loop', () => {
  expect(textOf(mixed).match(/HL\*\d+\*\*20\*1/g)).toEqual(['HL*1**20*1', 'HL*5**20*1']);
});

test('a batch in pieces is the batch whole', async () => {
  for (const [name, batch] of Object.entries(claimScenarios)) {
    const pieces = await all(write837Pieces(batch, batch.claims));
    const { bytes, claims } = write837(batch);
    expect([name, Buffer.concat(pieces.map((piece) => piece.bytes)).equals(bytes)]).toEqual([name, true]);
    expect(pieces.flatMap(({ claim }) => (claim ? [claim] : []))).toEqual(claims);
  }
});

test('delimiters, control characters and letters beyond ASCII do not get into a file', async () => {
  const names = aClaim({
    subscriber: {
      ...aClaim().subscriber,
      name: aPerson({ last: 'Muñoz*~:^\u0007-O’Brien', first: '  Zoë\n Łucja ', middle: '漢' }),
      address: { ...aClaim().subscriber.address, lines: ['1 A*B St', 'Apt~2\\3|4'], city: 'São Paulo:' },
    },
  });
  const { bytes } = write837(aBatch([names]));
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/[^\x20-\x7e]/);
  expect((await check('x', [bytes])).findings).toEqual([]);
  const [claim] = (await all(readX12File([bytes]))).flatMap((event) => (event.kind === 'claim' ? [event.claim] : []));
  expect(claim?.subscriber).toMatchObject({
    name: { last: "Munoz -O'Brien", first: 'Zoe Lucja', middle: undefined },
    address: { lines: ['1 A B St', 'Apt 2\\3|4'], city: 'Sao Paulo' },
  });
});

test('other delimiters and line ends are possible, and are kept out of the data', async () => {
  const form = {
    delimiters: { element: '|', component: '>', repetition: '!', segment: '\\' },
    lineEnd: '\r\n',
  } as const;
  const claim = aClaim({ note: { code: 'ADD', text: 'A|B>C!D\\E*F' } });
  const { bytes, claims } = write837(aBatch([claim], { form }));
  expect((await check('x', [bytes])).findings).toEqual([]);
  const event = (await all(readX12File([bytes]))).find((one) => one.kind === 'claim');
  expect(event).toMatchObject({ claim: { note: { text: 'A B C D E*F' } } });
  expect(Buffer.from(bytes).toString().slice(claims[0]?.from, claims[0]?.to)).toMatch(/^HL\|2\|1\|22\|0\\\r\n/);
});

test('no segment and no composite ends in nothing', () => {
  for (const batch of Object.values(claimScenarios)) expect(textOf(batch).slice(106)).not.toMatch(/[*:](?=~)|:(?=\*)/);
});

test('amounts are as short as they can be', () => {
  const amounts = [0, 5, 50, 100, 1010, 10_001, -1, -350_00];
  expect(amounts.map((cents) => amountText(dollars(cents / 100)))).toEqual([
    '0',
    '0.05',
    '0.5',
    '1',
    '10.1',
    '100.01',
    '-0.01',
    '-350',
  ]);
});

test('a diagnosis may be given with its dot', () => {
  expect(textOf(aBatch([aClaim({ diagnoses: [{ qualifier: 'ABK', code: 'F41.1' }] })]))).toContain('HI*ABK:F411~');
});

test('more than six reasons of one group go to a second segment', () => {
  expect(textOf(claimScenarios['seven-reasons-in-two-segments'] as ClaimBatch).match(/CAS\*OA[^~]*/g)).toEqual([
    'CAS*OA*1*10**2*10**3*10**45*10**97*10**151*10',
    'CAS*OA*204*10',
  ]);
});

test('a day is written as a day, a range as a range', () => {
  expect(textOf(aBatch([aClaim({ lines: [aLine(), aLine({ to: '20261016' })] })]))).toMatch(
    /DTP\*472\*D8\*20261015~.*DTP\*472\*RD8\*20261015-20261016~/,
  );
});

const textOf = (batch: ClaimBatch): string => Buffer.from(write837(batch).bytes).toString();

/** The segments of one transaction with their terminators, ST first. */
function segmentsOf(file: string, control: string): string[] {
  const from = file.indexOf(`ST*837*${control}`);
  return (file.slice(from, 1 + file.indexOf('~SE*', from)).match(/[^~]*~/g) ?? []).map(String);
}
