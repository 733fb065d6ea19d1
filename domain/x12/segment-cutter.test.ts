import { anInterchange, anIsa, bytesOf, inPieces } from '../../tests/builders/x12/files';
import { type Fault, isHarmless } from './fault';
import { component, element, repetitions, type Segment } from './segment';
import { segmentCutter } from './segment-cutter';

const body = ['BPR*I*0*C*NON', 'N1*PR*PAYER: EAST', 'SVC*HC:90837:95*10*10'];

test('a file reads the same however it is cut into chunks', () => {
  const bytes = bytesOf(anInterchange({ body }) + anInterchange({ body, marks: ['|', '>', '!', '\\'] }));
  const expected = cut(bytes, bytes.length).segments;
  expect(expected).toHaveLength(18);
  for (const size of [1, 2, 3, 7, 64, 105, 106, 107]) expect(cut(bytes, size).segments).toEqual(expected);
});

test('every segment knows the byte at which it begins', () => {
  const text = anInterchange({ body, lineEnd: '\r\n' });
  for (const segment of cut(bytesOf(text)).segments)
    expect(text.slice(segment.offset, segment.offset + segment.name.length)).toBe(segment.name);
});

test('each interchange has the delimiters of its own ISA', () => {
  const { segments } = cut(
    bytesOf(anInterchange({ body, marks: ['+', '>', '!', '\n'], lineEnd: '' }) + anInterchange({ body })),
  );
  const services = segments.filter((segment) => segment.name === 'SVC');
  expect(services.map((segment) => component(segment, 1, 3))).toEqual(['95', '95']);
  expect(services.map((segment) => segment.delimiters.segment)).toEqual(['\n', '~']);
});

test('a line feed, CR LF and CR may end segments', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const bytes = bytesOf(anInterchange({ body, marks: ['*', ':', '^', end], lineEnd: '' }));
    for (const size of [1, 106, 4096]) {
      const { segments, faults } = cut(bytes, size);
      expect(faults).toEqual([]);
      expect(segments.map((segment) => segment.name).join()).toBe('ISA,GS,ST,BPR,N1,SVC,SE,GE,IEA');
      expect(element(found(segments, 'SE'), 2)).toBe('0001');
    }
  }
});

test('lines wrapped at a width lose their breaks, not their letters', () => {
  const wrapped = anInterchange({ body: ['N1*PR*PAY\r\nER EAST'] });
  expect(element(found(cut(bytesOf(wrapped)).segments, 'N1'), 2)).toBe('PAYER EAST');
});

test('a component separator within free text is not lost, a repetition is found', () => {
  const { segments } = cut(bytesOf(anInterchange({ body: [...body, 'EB*1*IND*30^1^A7', 'EB*1*IND*A:B^C:D'] })));
  expect(element(found(segments, 'N1'), 2)).toBe('PAYER: EAST');
  const [plain, composite] = segments.filter((segment) => segment.name === 'EB');
  expect(plain && repetitions(plain, 3)).toEqual([['30'], ['1'], ['A7']]);
  expect(composite && repetitions(composite, 3)).toEqual([
    ['A', 'B'],
    ['C', 'D'],
  ]);
  expect(plain && [element(plain, 9), component(plain, 9, 2), repetitions(plain, 9)]).toEqual(['', '', []]);
});

test('names are read in UTF-8 where they are UTF-8, else in latin1', () => {
  const text = anInterchange({ body: ['N1*PR*MUÑOZ'] });
  const names = [Buffer.from(text, 'utf8'), Buffer.from(text, 'latin1')].map((bytes) =>
    element(found(cut(bytes).segments, 'N1'), 2),
  );
  expect(names).toEqual(['MUÑOZ', 'MUÑOZ']);
});

test('blanks and a byte order mark before the ISA are told, and harm nothing', () => {
  const text = anInterchange({ body });
  for (const before of ['\ufeff', '\r\n\r\n', '\ufeff\n '])
    for (const size of [1, 4096]) {
      const { segments, faults } = cut(bytesOf(before + text), size);
      expect(segments).toHaveLength(9);
      expect(faults).toEqual([expect.objectContaining({ code: 'leading_junk', offset: 0 })]);
      expect(faults.every(isHarmless)).toBe(true);
    }
});

test('blanks, zeros and an end-of-file mark after the last segment are nothing', () => {
  expect(cut(bytesOf(`${anInterchange({ body })}\r\n\0\x1a`)).faults).toEqual([]);
});

test('text that is no X12 is told where it stands, and what follows it is read', () => {
  const text = anInterchange({ body });
  expect(cut(bytesOf(`Example one, ISA or not\n${text}`), 50)).toMatchObject({
    faults: [{ code: 'no_isa', offset: 0 }],
    segments: { length: 9 },
  });
  expect(cut(bytesOf(`${text}oops${text}`), 50)).toMatchObject({
    faults: [{ code: 'stray_text', offset: text.length }],
    segments: { length: 18 },
  });
});

test('what holds no ISA at all gives one fault and no segment', () => {
  for (const text of ['', '  \n', 'ISA', 'ISA*00*short~', '%PDF-1.7 and so on', 'x'.repeat(500)]) {
    const { segments, faults } = cut(bytesOf(text), 64);
    expect(segments).toEqual([]);
    expect(faults.filter((fault) => fault.code === 'no_isa')).toHaveLength(1);
  }
});

test('an ISA of another width is read by its separators, and told', () => {
  const short = anInterchange({ body }).replace(' '.repeat(10), ' '.repeat(8));
  const { segments, faults } = cut(bytesOf(short));
  expect(faults).toEqual([expect.objectContaining({ code: 'isa_width', segment: 'ISA', offset: 0 })]);
  expect(component(found(segments, 'SVC'), 1, 2)).toBe('90837');
});

test('delimiters that are no different from each other are told', () => {
  const { faults } = cut(bytesOf(anInterchange({ body, marks: ['*', '*', '^', '~'] })));
  expect(faults).toEqual([expect.objectContaining({ code: 'delimiters_equal', segment: 'ISA' })]);
});

test('a file that ends within a segment is truncated there; an IEA needs no terminator', () => {
  const text = anInterchange({ body, lineEnd: '' });
  const at = text.indexOf('SVC');
  expect(cut(bytesOf(text.slice(0, at + 6))).faults).toEqual([
    expect.objectContaining({ code: 'truncated', segment: 'SVC', offset: at }),
  ]);
  expect(cut(bytesOf(text.slice(0, -1)))).toMatchObject({ faults: [], segments: { length: 9 } });
});

test('segments that hold nothing are dropped', () => {
  expect(cut(bytesOf(anInterchange({ body }).replace('~\nN1', '~~\n ~\nN1'))).segments).toHaveLength(9);
});

test('text without end does not fill the memory', () => {
  const { faults } = cut(bytesOf(`${anIsa()}~GS*HP*${'x'.repeat(1 << 21)}`), 1 << 16);
  expect(faults[0]).toMatchObject({ code: 'segment_too_long', segment: 'GS', offset: 106 });
});

function cut(bytes: Uint8Array, size = bytes.length): { segments: Segment[]; faults: Fault[] } {
  const [segments, faults]: [Segment[], Fault[]] = [[], []];
  const cutter = segmentCutter({ segment: (one) => segments.push(one), fault: (one) => faults.push(one) });
  for (const piece of inPieces(bytes, size)) cutter.push(piece);
  cutter.end();
  return { segments, faults };
}

function found(segments: readonly Segment[], name: string): Segment {
  const segment = segments.find((one) => one.name === name);
  if (!segment) throw new Error(`no segment ${name}`);
  return segment;
}
