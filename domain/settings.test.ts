import { SettingsError, readSettings } from './settings';

const key = Buffer.alloc(32, 7).toString('base64');

test('a process reads only what it names, with defaults', () => {
  expect(readSettings({ KEPT_STORAGE: 'file:///tmp/x', OTHER: '1' }, ['KEPT_STORAGE', 'KEPT_SWEEP_SECONDS'])).toEqual({
    KEPT_STORAGE: 'file:///tmp/x',
    KEPT_SWEEP_SECONDS: 60,
  });
});

test('every wrong setting is named in one line, and no value is repeated', () => {
  const read = () =>
    readSettings({ KEPT_DATABASE_URL: 'hunter2', KEPT_PAYLOAD_KEYS: 'a:short' }, [
      'KEPT_DATABASE_URL',
      'KEPT_PAYLOAD_KEYS',
      'KEPT_STAFF_ORIGIN',
    ]);
  expect(read).toThrow(SettingsError);
  expect(read).toThrow(/KEPT_DATABASE_URL.*KEPT_PAYLOAD_KEYS.*KEPT_STAFF_ORIGIN/);
  expect(read).not.toThrow(/hunter2|short/);
});

test('a keyring may hold several keys; without a mode it is production', () => {
  const read = readSettings({ KEPT_PAYLOAD_KEYS: `b:${key},a:${key}` }, ['KEPT_PAYLOAD_KEYS', 'KEPT_MODE']);
  expect(read.KEPT_PAYLOAD_KEYS.map((one) => one.id)).toEqual(['b', 'a']);
  expect(read.KEPT_MODE).toBe('production');
});

test('a development key is refused in production mode, also beside a real one', () => {
  const read = (mode: string | undefined, keys: string) =>
    readSettings({ KEPT_MODE: mode, KEPT_LINK_KEYS: keys }, ['KEPT_LINK_KEYS']).KEPT_LINK_KEYS.length;
  expect(read('development', `dev:${key}`)).toBe(1);
  expect(read('production', `2026a:${key}`)).toBe(1);
  for (const mode of ['production', undefined])
    for (const keys of [`dev:${key}`, `2026a:${key},dev:${key}`])
      expect(() => read(mode, keys)).toThrow('KEPT_LINK_KEYS: a development key, in production mode');
});
