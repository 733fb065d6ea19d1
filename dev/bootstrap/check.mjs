import { launch, sayOn } from './launch.mjs';
import { endWith } from './stopped.mjs';

// `npm run check`: the fast part of the tests, for every save.
const fast = ['format', 'lint', 'words', 'walls', 'types', 'unused', 'unit'];
const say = sayOn(process.stdout);
process.exitCode = await launch('dev/test/main.js', [...fast, ...process.argv.slice(2)], { say, lenient: true }).catch(
  endWith,
);
