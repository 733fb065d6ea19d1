import fs from 'node:fs';

/**
 * This process and what started it up to npm: when one of them is killed, nobody can end the stack any more, so it ends
 * itself. A shell or script above npm may leave; that is how people put things in the background.
 * @returns process ids, this one first
 */
export function ancestors() {
  const chain = [process.pid];
  if (process.platform !== 'linux' || !process.env.npm_lifecycle_event) return chain;
  for (let pid = process.ppid; pid > 1 && chain.length < 4; pid = parentOf(pid)) {
    chain.push(pid);
    if (/^npm\b|npm-cli\.js/.test(commandOf(pid))) return chain;
  }
  return [process.pid];
}

const commandOf = (pid) => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
/** Field 4 of stat(5); the name before it may hold spaces and brackets. */
const parentOf = (pid) => Number(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')[1]);
