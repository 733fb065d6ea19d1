interface Place {
  readonly path: string;
}

/** Where the day of each role is, by who has the most to do by herself. */
const homes: readonly (readonly [role: string, path: string])[] = [
  ['clinician', '/my-day'],
  ['supervisor', '/my-day'],
  ['front_desk', '/today'],
  ['biller', '/work'],
  ['administrator', '/practice'],
];

/** Where a person lands among the areas that are open to her: where the day of her role is, else the first of them. */
export function homeOf<P extends Place>(roles: readonly string[], open: readonly P[]): P | undefined {
  const wanted = homes.filter(([role]) => roles.includes(role)).map(([, path]) => path);
  const found = wanted.flatMap((path) => open.find((area) => area.path === path) ?? []);
  return found[0] ?? open[0];
}
