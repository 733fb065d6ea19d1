import { launch, sayOn } from './launch.mjs';
import { endWith } from './stopped.mjs';

// `npm test [-- suite… [-- path…]]`: every suite, or the named ones. Suites: dev/test/suites.ts.
const say = sayOn(process.stdout);
process.exitCode = await launch('dev/test/main.js', process.argv.slice(2), { say, lenient: true }).catch((error) => {
  const code = endWith(error);
  process.stdout.write('0 passed, 1 failed\n');
  return code;
});
