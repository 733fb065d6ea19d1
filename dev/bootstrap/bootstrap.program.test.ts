import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aFolder } from '../stack/fixtures/a-folder';
import { makeStandInClone } from '../stack/fixtures/stand-in-clone';
import { root } from '../stack/folders';

type Environment = Readonly<Record<string, string>>;

const cli = `
process.stdout.write(JSON.stringify({ words: process.argv.slice(2), sms: process.env['KEPT_SMS'] }));
process.exitCode = process.argv.includes('fail') ? 3 : 0;
`;

/** A clone with a command line that prints what it was given. Its npm refuses to install: the packages are this clone's. */
function aClone() {
  const folder = aFolder();
  const clone = join(folder, 'the clone');
  makeStandInClone(root, clone);
  mkdirSync(join(clone, 'cli'));
  writeFileSync(join(clone, 'cli/main.ts'), cli);
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const outside = Object.entries(process.env).filter(([name]) => !/^(KEPT_|npm_)/.test(name));
  return {
    clone,
    kept(words: readonly string[], more: Environment = {}) {
      const env = { ...Object.fromEntries(outside), PATH: `${folder}${delimiter}${process.env['PATH']}`, ...more };
      return spawnSync(process.execPath, [join(clone, 'dev/bootstrap/kept.mjs'), ...words], { encoding: 'utf8', env });
    },
  };
}

test('the command line is compiled when it must be, says so beside its output, and passes its exit code on', () => {
  const { kept } = aClone();
  const first = kept(['x12', 'check', 'a file']);
  expect(first.stderr).toBe('Kept: compiling\n');
  expect(JSON.parse(first.stdout)).toMatchObject({ words: ['x12', 'check', 'a file'] });
  const second = kept(['fail']);
  expect([second.stderr, second.status]).toEqual(['', 3]);
});

test('a changed source is compiled again, and what was compiled from one that is gone is removed', () => {
  const { clone, kept } = aClone();
  writeFileSync(join(clone, 'cli/gone.ts'), 'export const gone = 1;\n');
  kept([]);
  expect(existsSync(join(clone, 'dist/cli/gone.js'))).toBe(true);
  rmSync(join(clone, 'cli/gone.ts'));
  expect(kept([]).stderr).toBe('Kept: compiling\n');
  expect(existsSync(join(clone, 'dist/cli/gone.js'))).toBe(false);
});

test('code that does not compile stops the command, and says where', () => {
  const { clone, kept } = aClone();
  writeFileSync(join(clone, 'cli/wrong.ts'), 'export const wrong: number = "text";\n');
  const { status, stderr } = kept([]);
  expect(status).toBe(1);
  expect(stderr).toContain('cli/wrong.ts(1,14)');
});

test('the settings of a stack that runs are given, unless the caller names a deployment of its own', () => {
  const { clone, kept } = aClone();
  mkdirSync(join(clone, '.kept'));
  writeFileSync(
    join(clone, '.kept/environment.json'),
    JSON.stringify({ KEPT_MODE: 'development', KEPT_SMS: 'sandbox:' }),
  );
  const sms = (more: Environment = {}) => (JSON.parse(kept([], more).stdout) as { sms?: string }).sms;
  expect(sms()).toBe('sandbox:');
  expect(sms({ KEPT_SMS: 'twilio:' })).toBe('twilio:');
  expect(sms({ KEPT_DATABASE_URL: 'postgres://elsewhere/kept' })).toBeUndefined();
});

test.each([
  ['a Linux without glibc', { platform: 'linux', glibc: undefined }, 'has no glibc'],
  ['macOS with an old Node', { platform: 'darwin', old: true }, 'install Node 24'],
  ['Windows', { platform: 'win32' }, 'WSL 2'],
])('%s hears in one line what it lacks', (_, machine, words) => {
  // undefined would mean the machine's own: an empty text is no glibc either
  const given = JSON.stringify(machine.platform === 'linux' ? { ...machine, glibc: '' } : machine);
  const script = `import('./platform.mjs').then(({ checkPlatform }) => checkPlatform(${given})).catch((e) => console.log(e.message))`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: __dirname, encoding: 'utf8' });
  expect(stdout.trim().split('\n')).toEqual([expect.stringContaining(words)]);
});
