/** How to call the npm that runs this script, or the one on PATH, under the given Node. */
export function npmCommand(node) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') ? [node, cli] : ['npm'];
}
