import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const fixtures = join(__dirname, 'fixtures');
/** Beside the rooms lie fixtures of other rules. */
const files = globSync('*/**/*.{ts,tsx}', { cwd: fixtures }).toSorted();
const walls = new Set(['eslint(no-restricted-imports)', 'eslint(no-restricted-properties)']);

interface Finding {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

/** The rules know a room by its folder from the top, so the fixtures are linted where they are at the top. */
function findings(): readonly Finding[] {
  const top = mkdtempSync(join(tmpdir(), 'kept-walls-'));
  cpSync(fixtures, top, { recursive: true });
  const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>;
  delete config['$schema'];
  writeFileSync(join(top, '.oxlintrc.json'), JSON.stringify({ ...config, options: { typeAware: false } }));
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '-f', 'json', '.'], {
    cwd: top,
    encoding: 'utf8',
  });
  rmSync(top, { recursive: true, force: true });
  return (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics.filter((one) => walls.has(one.code));
}

let found: readonly Finding[];
beforeAll(() => {
  found = findings();
});

test.each(files)('%s', (file) => {
  const [first = ''] = readFileSync(join(fixtures, file), 'utf8').split('\n');
  const [, refusal] = /^\/\/ refused: (.*)$/.exec(first) ?? [];
  expect(refusal ?? first).toBe(refusal ?? '// allowed');
  const said = found.filter((one) => one.filename === file).map((one) => `${one.message} ${one.help ?? ''}`);
  // two patterns of one rule may both refuse it
  expect(said.every((words) => refusal && words.includes(refusal))).toBe(true);
  expect(said.length > 0).toBe(refusal !== undefined);
});

test('every room has a wall that is shown to hold', () => {
  const refused = files.filter((file) => readFileSync(join(fixtures, file), 'utf8').startsWith('// refused:'));
  const rooms = [
    'domain',
    'workflows',
    'activities',
    'worker',
    'api',
    'integrations',
    'admin',
    'portal',
    'messages',
    'cli',
  ];
  expect(new Set(refused.map((file) => file.split('/')[0]))).toEqual(new Set(rooms));
});
