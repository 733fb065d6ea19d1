import { explain, wordCodes } from './explain';

const of = (...lines: readonly string[]) =>
  explain({
    segments: lines.map((text, offset) => ({ name: text.split('*')[0] ?? '', text, offset })),
    element: '*',
    component: ':',
  });

test('a segment is told by what it is about', () => {
  expect(of('NM1*IL*1*VALE', 'HL*2*1*22*0', 'CLM*C1*165', 'REF*G1*88790').map(({ code }) => code)).toEqual([
    'NM1_IL',
    'HL_22',
    'CLM',
    'REF_G1',
  ]);
});

test('each element is a piece of its own, and each component of it, with the name that the guides give it', () => {
  const [claim] = of('CLM*C1*165***11:B:1*Y');
  expect(claim?.pieces.map(({ code, text }) => [code, text])).toEqual([
    ['CLM', 'CLM'],
    ['CLM01', 'C1'],
    ['CLM02', '165'],
    ['CLM05_1', '11'],
    ['CLM05_2', 'B'],
    ['CLM05_3', '1'],
    ['CLM06', 'Y'],
  ]);
});

test.each([
  'CLM*C1*165***11:B:1*Y',
  'NM1*82*1*VALE*ROWAN****XX*1477000115',
  'SV1*HC:90834:95*140*UN*1***1:2',
  'HL*3**22*0',
])('its pieces with their separators are the segment again: %s', (text) => {
  const separators = { name: '', element: '*', component: ':' };
  const [segment] = of(text);
  const again = segment?.pieces.map((piece) => separators[piece.after].repeat(piece.skips + 1) + piece.text).join('');
  expect(again).toBe(text);
});

test('what only pairs files and answers is control data; what says something of the client or the visit is not', () => {
  const segments = of('CLM*C1*165', 'REF*6R*L1', 'REF*G1*88790', 'HL*2*1*22*0', 'NM1*IL*1*VALE');
  const control = segments.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.control ? [piece.code] : [])));
  expect(control).toEqual(['CLM01', 'REF02', 'HL01', 'HL02', 'HL04']);
});

test('words are looked for under the exact code first', () => {
  expect(wordCodes('HI02_2')).toEqual(['HI02_2', 'HI_2', 'HI']);
  expect(wordCodes('SV101_2')).toEqual(['SV101_2', 'SV1_2', 'SV1']);
  expect(wordCodes('N301')).toEqual(['N301', 'N3']);
});
