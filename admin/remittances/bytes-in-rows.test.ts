import { bytesInRows } from './bytes-in-rows';

test('bytes stand in rows: where each begins, in hex, and as letters where they are some', () => {
  expect(bytesInRows(['504b0304000102030405060708090a41', '7e'], 4096)).toBe(
    [
      '00001000  50 4b 03 04 00 01 02 03 04 05 06 07 08 09 0a 41  PK·············A',
      `00001010  7e${' '.repeat(45)}  ~`,
    ].join('\n'),
  );
});
