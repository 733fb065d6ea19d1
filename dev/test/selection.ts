export interface Selection<Name extends string> {
  readonly suites: readonly Name[];
  /** Parts of paths of test files; all files when empty. */
  readonly paths: readonly string[];
}

/** Reads `[suite…] [--] [path…]`: what is not the name of a suite is part of a path. No suite named: all of them. */
export function readSelection<Name extends string>(argv: readonly string[], all: readonly Name[]): Selection<Name> {
  const names = new Set<string>(all);
  const boundary = argv.findIndex((word) => !names.has(word));
  const named = boundary === -1 ? argv : argv.slice(0, boundary);
  const paths = boundary === -1 ? [] : argv.slice(boundary).filter((word) => word !== '--');
  return { suites: named.length > 0 ? all.filter((name) => named.includes(name)) : all, paths };
}
