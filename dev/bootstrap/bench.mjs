import { launch, sayOn } from './launch.mjs';
import { endWith } from './stopped.mjs';

// `npm run bench [-- name…]`: what is measured, all or the named ones: bench/<name>/main.ts.
const say = sayOn(process.stdout);
process.exitCode = await launch('dev/bench/main.js', process.argv.slice(2), { say }).catch(endWith);
