import { launch, sayOn } from './launch.mjs';
import { endWith } from './stopped.mjs';

// `npm start`: the whole of Kept on this machine. Options: dev/stack/options.ts.
const quiet = process.argv.includes('--quiet');
process.exitCode = await launch('dev/stack/main.js', process.argv.slice(2), {
  say: quiet ? () => {} : sayOn(process.stdout),
  env: { KEPT_START_BEGAN: String(Date.now()) },
}).catch(endWith);
