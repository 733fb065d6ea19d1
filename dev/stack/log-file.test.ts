import { closeSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from './fixtures/a-folder';
import { lastLines, openLog } from './log-file';

test('only what the process wrote that was started last is shown', () => {
  const file = join(aFolder(), 'api.log');
  for (const text of ['an old trouble\n', 'one\ntwo\nthree\n']) {
    const log = openLog(file);
    writeSync(log, text);
    closeSync(log);
  }
  expect(lastLines(file)).toBe('one\ntwo\nthree');
  expect(lastLines(file, 2)).toBe('two\nthree');
  expect(lastLines(`${file}.none`)).toBe('');
});
