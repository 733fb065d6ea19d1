import { PassThrough } from 'node:stream';
import { type Keys, askSecret } from './ask-secret';

function aTerminal() {
  const raw: boolean[] = [];
  const screen = new PassThrough();
  const keys: Keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
  return { raw, screen, keys, shown: () => String(screen.read() ?? '') };
}

test('what is typed is taken and not shown; the terminal is given back', async () => {
  const { keys, screen, raw, shown } = aTerminal();
  const asked = askSecret('Password: ', keys, screen);
  for (const key of ['h', 'e', 'x', '\u007f', 'ñ', '\r']) keys.push(key);
  expect(await asked).toBe('heñ');
  expect(shown()).toBe('Password: \n');
  expect(raw).toEqual([true, false]);
});

test('two questions share what was pasted at once', async () => {
  const { keys, screen } = aTerminal();
  keys.push('first\rsecond\r');
  expect(await askSecret('One: ', keys, screen)).toBe('first');
  expect(await askSecret('Two: ', keys, screen)).toBe('second');
});

test.each(['\u0003', '\u0004'])('Ctrl-C and Ctrl-D break it off, and the terminal is given back', async (key) => {
  const { keys, screen, raw } = aTerminal();
  keys.push(`half${key}`);
  await expect(askSecret('Password: ', keys, screen)).rejects.toThrow('broken off');
  expect(raw).toEqual([true, false]);
});
