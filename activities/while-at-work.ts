/** A quarter of the silence by which the engine takes a worker for gone. */
const everyMs = 5_000;

/**
 * Says again and again that somebody is at work, for as long as it takes: only for what ends by itself in bounded time, because
 * this tells that the process lives and not that the work moves.
 */
export async function whileAtWork<T>(
  alive: (() => void) | undefined,
  work: () => Promise<T>,
  ms = everyMs,
): Promise<T> {
  if (!alive) return work();
  const beat = setInterval(alive, ms);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
