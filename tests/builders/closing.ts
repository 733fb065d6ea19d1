interface Started {
  readonly stop?: () => Promise<unknown>;
  readonly close?: () => Promise<unknown>;
}

/**
 * What a test starts is stopped after it, the last first, also when it fails. At the top of a file:
 * `const closing = closeAfterEach()`; in a test: `const engine = closing(await anEngine(…))`.
 */
export function closeAfterEach(): <T extends Started>(started: T) => T {
  const open: Started[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).toReversed()) await (one.stop ?? one.close)?.();
  });
  return (started) => {
    open.push(started);
    return started;
  };
}
