import fs from 'node:fs';
import path from 'node:path';
import { stateFolder } from './folders.mjs';
import { launch, sayOn } from './launch.mjs';
import { endWith } from './stopped.mjs';

// `npm run -s kept -- …`: the operator's command line. Standard output is the command's alone.
const say = sayOn(process.stderr);
process.exitCode = await launch('cli/main.js', process.argv.slice(2), { say, env: settings() }).catch(endWith);

/** Settings of the embedded stack, unless the caller names a database: two deployments must not be mixed. */
function settings() {
  const file = path.join(stateFolder, 'environment.json');
  if (process.env.KEPT_DATABASE_URL || process.env.KEPT_MODE || !fs.existsSync(file)) return {};
  const embedded = JSON.parse(fs.readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(embedded).filter(([name]) => process.env[name] === undefined));
}
