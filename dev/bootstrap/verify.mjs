import { launch, sayOn } from './launch.mjs';
import { endWith } from './stopped.mjs';

// `npm run verify [-- name…]`: the long proofs, all or the named ones. Their table: dev/verify/table.ts.
const say = sayOn(process.stdout);
process.exitCode = await launch('dev/verify/main.js', process.argv.slice(2), { say }).catch(endWith);
