/**
 * Tries again while the database does not answer, 100 ms doubling to 1 s, up to `forMs`. To throw after a vendor has accepted
 * would turn a known answer into a lost one.
 */
export async function keepTrying<T>(forMs: number, work: () => Promise<T>): Promise<T> {
  const end = performance.now() + forMs;
  for (let wait = 100; ; wait = Math.min(wait * 2, 1_000)) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() + wait > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
