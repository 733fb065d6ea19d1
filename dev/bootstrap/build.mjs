import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root, stateFolder } from './folders.mjs';
import { runLogged } from './run.mjs';
import { Stopped } from './stopped.mjs';

const dist = path.join(root, 'dist');
const stampFile = path.join(dist, '.kept-built');
const configs = ['tsconfig.json', 'tsconfig.build.json', 'package.json'];

/** Whether dist/ holds what the sources say now. */
export const isBuilt = () => fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp(sources());

/**
 * Compiles the server's code when a source is newer than what was compiled.
 * @param lenient go on when types are wrong (tests report them); what was compiled is then not trusted next time
 */
export async function build(node, env, say, { lenient = false } = {}) {
  const files = sources();
  const now = stamp(files);
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === now) return;
  say('compiling');
  fs.rmSync(stampFile, { force: true });
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const { code, tail } = await runLogged(node, [tsc, '-p', 'tsconfig.build.json'], {
    log: path.join(stateFolder, 'logs/compile.log'),
    cwd: root,
    env,
  });
  if (code !== 0 && !lenient) throw new Stopped(`the code does not compile:\n${tail}`);
  removeOrphans();
  if (code === 0) await bundleWorkflows(node, env);
  if (code === 0) fs.writeFileSync(stampFile, now);
}

/** The worker starts with the workflows bundled ahead of time; done again only when they changed. */
async function bundleWorkflows(node, env) {
  const program = path.join(dist, 'worker/write-bundle.js');
  if (!fs.existsSync(program)) return;
  const log = path.join(stateFolder, 'logs/bundle.log');
  const { code, tail } = await runLogged(node, [program], { log, cwd: root, env });
  if (code !== 0) throw new Stopped(`the workflows cannot be bundled:\n${tail}`);
}

/** What tsconfig.build.json compiles, as paths from the top; proofs import builders of the tests. */
function sources() {
  const { include } = JSON.parse(fs.readFileSync(path.join(root, 'tsconfig.build.json'), 'utf8'));
  return [...include, 'tests/builders']
    .flatMap((folder) => walk(folder))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
}

/** Size and time of every source: no reading, so that the operator's command line starts quickly. */
function stamp(files) {
  const seen = [...files, ...configs].map((file) => {
    const { size, mtimeMs } = fs.statSync(path.join(root, file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return `${createHash('sha256').update(seen.join('\n')).digest('hex')}\n`;
}

/** In dist/ without a source of that name: the bundles of browsers and of workflows. */
const madeOtherwise = /^(browser\/|worker\/workflow-bundle$)/;

/** A compiled file whose source is gone would still be found by an import. */
function removeOrphans() {
  for (const file of walk('dist')) {
    const [, name] = /^dist\/(.+?)\.(js|js\.map)$/.exec(file.split(path.sep).join('/')) ?? [];
    if (name && !madeOtherwise.test(name) && !hasSource(name)) fs.rmSync(path.join(root, file));
  }
}

const hasSource = (name) => ['.ts', '.tsx'].some((kind) => fs.existsSync(path.join(root, `${name}${kind}`)));

function walk(folder) {
  const absolute = path.join(root, folder);
  if (!fs.existsSync(absolute)) return [];
  return fs.readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(name);
    return entry.isFile() ? [name] : [];
  });
}
