/** Which row takes the place of one that is gone: the one that came after it, else the last; the first when none was chosen. */
export function rowAfter(
  gone: string | undefined,
  before: readonly string[],
  now: readonly string[],
): string | undefined {
  const at = gone === undefined ? 0 : Math.max(0, before.indexOf(gone));
  const later = before.slice(at).find((id) => now.includes(id));
  return later ?? (at > 0 ? now.at(-1) : now[0]);
}
