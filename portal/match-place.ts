export type PlaceParams = Readonly<Record<string, string>>;

/** Whether a path is that of a place: `/visits/:id` and `/visits/42` give `{ id: '42' }`. A closing slash makes no difference. */
export function matchPlace(place: string, path: string): PlaceParams | undefined {
  const [wanted, given] = [partsOf(place), partsOf(path)];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

const partsOf = (path: string): readonly string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map(readable);

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a broken escape is no place of ours
  }
}
