import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stack/folders';
import { proofs } from '../verify/table';

test('every proof of the table can be run alone by its script, and no script names another', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const alone = Object.entries(scripts).filter(([name]) => name.startsWith('verify:'));
  expect(Object.fromEntries(alone)).toEqual(
    Object.fromEntries(Object.keys(proofs).map((name) => [`verify:${name}`, `node dev/bootstrap/verify.mjs ${name}`])),
  );
});
