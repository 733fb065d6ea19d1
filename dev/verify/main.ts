import { runEach } from '../run/each';
import { proofs, type ProofName } from './table';

const all = Object.keys(proofs) as readonly ProofName[];

void runEach({
  what: 'verify',
  all,
  wanted: process.argv.slice(2),
  title: (name) => proofs[name],
  program: (name) => `dist/dev/verify/${name}.js`,
});
