import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * `npm run verify:x12`: our reading of the public samples against their expected facts, and our scrub of claims that are
 * known to be valid or broken. Both stand beside the repository; where they do not, it says so and ends well.
 */
const shared = resolve('..', 'shared', 'x12');
const kept = resolve('dist', 'cli', 'main.js');

function main(): number {
  if (!existsSync(shared)) {
    console.log('left out: there are no X12 samples beside the repository');
    return 0;
  }
  const agreed = [factsAgree(), allAre('valid-837', true), allAre('broken-837', false)];
  return agreed.every(Boolean) ? 0 : 1;
}

function factsAgree(): boolean {
  const command = [process.execPath, kept, 'x12', 'facts'].map(quoted).join(' ');
  const words = ['--command', command, join(shared, 'samples'), join(shared, 'expected')];
  return spawnSync('python3', [join(shared, 'compare-facts.py'), ...words], { stdio: 'inherit' }).status === 0;
}

/** As one word of a shell, whatever the folder is called. */
const quoted = (word: string): string => `'${word.replaceAll("'", `'"'"'`)}'`;

/** Every file of the folder is accepted, or none is. */
function allAre(folder: string, accepted: boolean): boolean {
  const files = readdirSync(join(shared, folder)).map((name) => join(shared, folder, name));
  const { stdout } = spawnSync(process.execPath, [kept, 'x12', 'check', '--json', ...files], { encoding: 'utf8' });
  const reports = stdout.split('\n').filter(Boolean).map(reportOf);
  const wrong = reports.filter((report) => report.accepted !== accepted);
  const right = reports.length - wrong.length;
  console.log(`${right} of ${files.length} files of ${folder} ${accepted ? 'accepted' : 'refused'}`);
  for (const report of wrong) console.log(`    ${report.file}`);
  return right === files.length;
}

const reportOf = (line: string) => JSON.parse(line) as { readonly file: string; readonly accepted: boolean };

process.exitCode = main();
