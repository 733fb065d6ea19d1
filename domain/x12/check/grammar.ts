/** How a segment may look at one place of a transaction. Written as one line, read by `use`. */
export interface SegmentUse {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly elements: readonly ElementUse[];
  /** Elements of which all or none are there (X12 syntax note P). */
  readonly paired: readonly (readonly number[])[];
  /** Values of the element that tells uses of the same name apart, and its place. */
  readonly key?: { readonly element: number; readonly values: ReadonlySet<string> };
}

export interface ElementUse {
  readonly usage: 'required' | 'optional' | 'unused';
  readonly type: 'text' | 'decimal' | 'number' | 'date' | 'time';
  readonly minLength: number;
  readonly maxLength: number;
  readonly codes?: ReadonlySet<string>;
  /** A composite. */
  readonly components?: readonly ElementUse[];
}

export interface LoopUse {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  readonly segments: readonly SegmentUse[];
  readonly loops: readonly LoopUse[];
  /** Loops of one position stand in any order. */
  readonly position: number;
}

/** Where the element stands that tells segments of one name apart. */
const keyElement: Readonly<Record<string, number>> = {
  HL: 3,
  NM1: 1,
  REF: 1,
  DTP: 1,
  AMT: 1,
  HI: 1,
  CRC: 1,
  NTE: 1,
  QTY: 1,
  PWK: 2,
};

/**
 * Reads a line such as `NM1 1 =85 =1|2 !60 ?35 ?25 - ?10 ?=XX ?2-80 P0809`: the name, how often, then element by element
 * `!` required, `?` optional, `-` not used, with a code list, or a length after the type (none: text, `R` decimal,
 * `N` whole number, `D` date, `T` time), `(…)` around components; at the end pairs that come together. Elements
 * beyond the last are not used.
 */
export function use(line: string): SegmentUse {
  const [name = '', times = '1', ...tokens] = tokensOf(line);
  const [min, max] = rangeOf(times);
  const paired = tokens.filter((token) => /^P\d{4,}$/.test(token));
  const elements = tokens.filter((token) => !paired.includes(token)).flatMap(elementsOf);
  const at = keyElement[name];
  const keyed = at === undefined ? undefined : elements[at - 1];
  const values = keyed?.codes ?? keyed?.components?.[0]?.codes;
  return {
    name,
    min,
    max,
    elements,
    paired: paired.map((token) => (token.match(/\d\d/g) ?? []).map(Number)),
    ...(at !== undefined && values && { key: { element: at, values } }),
  };
}

export interface LoopParts {
  readonly segments: readonly string[];
  readonly loops?: readonly LoopUse[];
  /** Left out: after the loops before it. */
  readonly position?: number;
}

/** A loop: `times` as in a line, segments in the order they must have (same names in any), then the loops within. */
export function loop(id: string, times: string, { segments, loops = [], position = 0 }: LoopParts): LoopUse {
  const [min, max] = rangeOf(times);
  return {
    id,
    min,
    max,
    segments: segments.map(use),
    loops: loops.map((one, at) => ({ ...one, position: one.position || at + 1 })),
    position,
  };
}

/** Splits at blanks, but keeps `( … )` together. */
const tokensOf = (line: string): string[] => line.match(/[^\s(]*\([^)]*\)\S*|\S+/g) ?? [];

function rangeOf(times: string): [number, number] {
  const [from = 1, to = from] = times.split('-').map(Number);
  return [from, to];
}

/** One token; `x11` after it repeats it. */
function elementsOf(token: string): ElementUse[] {
  const [, one = '', times] = /^(.*?)(?:x(\d+))?$/.exec(token) ?? [];
  return Array.from({ length: Number(times ?? 1) }, () => elementOf(one));
}

function elementOf(token: string): ElementUse {
  const usage = token === '-' ? 'unused' : token.startsWith('?') ? 'optional' : 'required';
  const body = token.replace(/^[?!]/, '');
  if (body.startsWith('(')) return { ...text(usage, 1, 999), components: tokensOf(body.slice(1, -1)).map(elementOf) };
  if (body.startsWith('=')) return { ...text(usage, 1, 9), codes: new Set(body.slice(1).split('|')) };
  const [, letter = '', lengths = ''] = /^([RNDT]?)([\d-]*)$/.exec(body) ?? [];
  const [first = 1, last] = lengths === '' || lengths === '-' ? [1, 999] : lengths.split('-').map(Number);
  const type = typeOf[letter] ?? 'text';
  return { ...text(usage, last === undefined ? 1 : first, last ?? first), type };
}

const typeOf: Readonly<Record<string, ElementUse['type']>> = { R: 'decimal', N: 'number', D: 'date', T: 'time' };

const text = (usage: ElementUse['usage'], minLength: number, maxLength: number): ElementUse => ({
  usage,
  type: 'text',
  minLength,
  maxLength,
});
