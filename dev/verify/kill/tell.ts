const began = Date.now();

/** A line with the seconds since the proof began. */
export const say = (line: string): unknown =>
  process.stdout.write(`   ${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);

/** Says of each point whether its end is equal; answers how many are not. */
export function tell(points: readonly { readonly name: string; readonly wrong: readonly string[] }[]): number {
  for (const [n, { name, wrong }] of points.entries()) {
    say(`${wrong.length === 0 ? 'equal' : 'DIFFERENT'}  ${String(n + 1).padStart(2)}. ${name}`);
    for (const line of wrong) say(`    ${line}`);
  }
  return points.filter(({ wrong }) => wrong.length > 0).length;
}
