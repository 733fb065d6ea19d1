import { launch, sayOn } from './launch.mjs';
import { endWith } from './stopped.mjs';

// `npm run generate -- policies|types|…`: files that are written from others. What there is: dev/generate/main.ts.
const say = sayOn(process.stdout);
process.exitCode = await launch('dev/generate/main.js', process.argv.slice(2), { say, lenient: true }).catch(endWith);
