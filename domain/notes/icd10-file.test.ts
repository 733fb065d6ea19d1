import { icd10Line } from './icd10-file';

const line = (order: string, code: string, flag: string, short: string, long: string) =>
  `${order} ${code.padEnd(7)} ${flag} ${short.padEnd(60)} ${long}`;

test('a code gets its dot, its long title, and whether a claim may carry it', () => {
  expect(icd10Line(line('12345', 'X000', '1', 'A short title', 'A long title'))).toEqual({
    code: 'X00.0',
    billable: true,
    title: 'A long title',
  });
  expect(icd10Line(line('12344', 'X00', '0', 'A heading', 'A heading in full'))).toEqual({
    code: 'X00',
    billable: false,
    title: 'A heading in full',
  });
  expect(icd10Line(line('99999', 'X00121A', '1', 'Seven', 'Seven characters'))?.code).toBe('X00.121A');
});

test.each(['', 'ORDER CODE', '00001', line('1234', 'X000', '1', 'a', 'b'), line('12345', 'X000', '2', 'a', 'b')])(
  'what is no line of the file is none: %j',
  (text) => {
    expect(icd10Line(text)).toBeUndefined();
  },
);
