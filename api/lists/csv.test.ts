import { centsCell, csvLine, numberCell } from './csv';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x.example","y")'])(
  'text that a spreadsheet would run is led in by an apostrophe: %j',
  (text) => {
    const [cell = ''] = csvLine([text]).split('\r\n');
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
  },
);

test('commas, quotes and line breaks stand within quotes, quotes twice; lines end as RFC 4180 has it', () => {
  expect(csvLine(['Whitfield, Ana', 'says "no"', 'two\nlines', 'plain', null])).toBe(
    '"Whitfield, Ana","says ""no""","two\nlines",plain,\r\n',
  );
});

test('a formula that also needs quotes has both', () => {
  expect(csvLine(['=A1,B1'])).toBe('"\'=A1,B1"\r\n');
});

test('money and counts are plain figures, negative ones too, and no text', () => {
  expect(csvLine([centsCell(-123_450), centsCell(5), centsCell(0), numberCell(1012), numberCell(null)])).toBe(
    '-1234.50,0.05,0.00,1012,\r\n',
  );
  expect(() => centsCell(0.5)).toThrow(RangeError);
});

test('names are kept as they are written', () => {
  expect(csvLine(['Lucía Ferreira', "O'Hara", 'Anne-Marie'])).toBe("Lucía Ferreira,O'Hara,Anne-Marie\r\n");
});
