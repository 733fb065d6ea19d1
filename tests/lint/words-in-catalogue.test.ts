import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { literalTexts } from './literal-text';

const root = resolve(__dirname, '../..');
const fixtures = join(root, 'tests/lint/fixtures');
/** What people see. The gallery's samples are invented, and only we look at them. */
const screens = globSync('{admin,portal,browser}/**/*.tsx', { cwd: root, exclude: ['admin/design/gallery/**'] });

test('text in a branch, an own prop, a field or a constant is found', () => {
  expect(literalTexts(readFileSync(join(fixtures, 'conditional-text.tsx'), 'utf8'))).toEqual([
    'Try again later',
    'Granted',
    'Refused',
    'Amount due',
    'Yes',
    'No',
    'Only sometimes',
    'Plus ',
    'First name',
    'Name',
    'as on the card',
  ]);
});

test('a code, a class name and a message for developers are no text', () => {
  const source = `
    const Save = () => <Button label={say('forms.save')} className={open ? 'wide' : 'narrow'} key="Enter Key" />;
    const code = open ? 'claims.title' : 'claims.other';
    if (!root) throw new Error('Index has no root');
    const wrong = () => Promise.reject(new TypeError('Version is missing'));`;
  expect(literalTexts(source)).toEqual(['Enter Key']);
});

test('no screen says anything that is not in the catalogue', () => {
  expect(screens.length).toBeGreaterThan(60);
  const found = screens.flatMap((file) =>
    literalTexts(readFileSync(join(root, file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

const lint = (config: string, ...where: string[]) => {
  const args = ['-c', join(root, 'dev/checks', config), '--format', 'json', '--no-ignore', ...where];
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), args, { cwd: root, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { readonly filename: string }[] };
  return diagnostics.map(({ filename }) => filename);
};

test.each([
  ['literal-text.oxlintrc.json', 'literal-text.tsx', 3],
  ['literal-attributes.oxlintrc.json', 'literal-attributes.tsx', 4],
])('%s finds the texts of its fixture and none in the screens', (config, fixture, count) => {
  expect(lint(config, join('tests/lint/fixtures', fixture))).toHaveLength(count);
  expect(lint(config, ...screens)).toEqual([]);
});
