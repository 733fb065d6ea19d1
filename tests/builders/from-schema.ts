/** A JSON schema, as far as the contracts' are written. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

/** Numbers from a seed, so that what failed can be tried again. */
export interface Dice {
  /** At least 0, less than 1. */
  next(): number;
  upTo(n: number): number;
  pick<T>(from: readonly T[]): T;
  maybe(chance: number): boolean;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (n: number) => Math.floor(next() * n);
  return {
    next,
    upTo,
    maybe: (chance) => next() < chance,
    pick: (from) => {
      const found = from[upTo(from.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
  };
}

/** What people and their tools have broken databases, shells, parsers and browsers with. */
export const hostile: readonly unknown[] = [
  "'; drop table clients; --",
  '" or ""="',
  '1) or 1=1--',
  'name, (select pg_sleep(10))',
  '$1',
  '?',
  '\\',
  '%',
  '_%_',
  '${jndi:ldap://x}',
  '{{7*7}}',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '\u202e\u0000',
  '\ud800',
  'é'.repeat(2_000),
  '𝕏'.repeat(50),
  '',
  ' ',
  'null',
  'NaN',
  '-0',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31T23:59',
  '2026-13-01T25:61',
  -1,
  0,
  1.5,
  1e308,
  9_007_199_254_740_991,
  -9_007_199_254_740_991,
  8_640_000_000_000_001,
  true,
  null,
  [],
  {},
  [[[[]]]],
  { __proto__: null, toString: 'x', constructor: { prototype: {} } },
  Array.from({ length: 300 }, () => 'x'),
];

/** Something that a schema describes; what is named by an id is taken from `ids` now and then, so that it leads somewhere. */
export function fromSchema(schema: JsonSchema, roll: Dice, ids: readonly string[]): unknown {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fromSchema(roll.pick(choices), roll, ids);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => fromSchema(one, roll, ids)));
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return roll.pick(schema.enum);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  switch (types.length === 0 ? 'any' : roll.pick(types)) {
    case 'object':
      return objectFrom(schema, roll, ids);
    case 'array':
      return arrayFrom(schema, roll, ids);
    case 'string':
      return stringFrom(schema, roll, ids);
    case 'integer':
    case 'number':
      return numberFrom(schema, roll);
    case 'boolean':
      return roll.maybe(0.5);
    case 'null':
      return null;
    default:
      return roll.pick(['x', 1, null, {}]);
  }
}

function objectFrom(schema: JsonSchema, roll: Dice, ids: readonly string[]): Record<string, unknown> {
  const required = new Set(schema.required);
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => required.has(name) || roll.maybe(0.5))
      .map(([name, inner]) => [name, fromSchema(inner, roll, ids)]),
  );
}

function arrayFrom(schema: JsonSchema, roll: Dice, ids: readonly string[]): unknown[] {
  if (schema.prefixItems) {
    const first = roll.upTo(30);
    return [first, first + roll.upTo(200)];
  }
  const length = (schema.minItems ?? 0) + roll.upTo(4);
  return Array.from({ length: Math.min(length, schema.maxItems ?? length) }, () =>
    fromSchema(schema.items ?? {}, roll, ids),
  );
}

function stringFrom(schema: JsonSchema, roll: Dice, ids: readonly string[]): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = () => `${roll.pick([1900, 2026, 2027, 2199])}-${two(1 + roll.upTo(12))}-${two(1 + roll.upTo(28))}`;
  if (schema.format === 'uuid') return roll.pick(ids);
  if (schema.format === 'date') return day();
  if (schema.pattern?.includes('T')) return `${day()}T${two(roll.upTo(24))}:${two(roll.upTo(60))}`;
  const words = [
    'a',
    'Ana',
    'Ñandú Ωmega',
    'O’Neil',
    '+12125550134',
    'x@example.org',
    'America/New_York',
    'theme',
    'twilio',
  ];
  const word = roll.pick(words).padEnd(schema.minLength ?? 0, 'x');
  return word.slice(0, schema.maxLength ?? word.length);
}

function numberFrom({ minimum, exclusiveMinimum, maximum }: JsonSchema, roll: Dice): number {
  const from = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const to = Math.min(maximum ?? 4_000_000_000_000, 4_000_000_000_000);
  return roll.pick([from, to, from + roll.upTo(Math.min(to - from, 1_000) + 1), Math.min(to, Date.UTC(2027, 1, 1))]);
}

/** The same with one thing in it replaced by something hostile, left out, doubled into an array, or put beside. */
export function spoiled(value: unknown, roll: Dice): unknown {
  if (Array.isArray(value) && value.length > 0 && roll.maybe(0.8)) {
    const at = roll.upTo(value.length);
    return value.map((one: unknown, n) => (n === at ? spoiled(one, roll) : one));
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0 && roll.maybe(0.9)) {
    const entries = Object.entries(value);
    const at = roll.upTo(entries.length);
    if (roll.maybe(0.1)) return Object.fromEntries(entries.toSpliced(at, 1));
    if (roll.maybe(0.1))
      return { ...value, [roll.pick(['practiceId', 'version', '__proto__', 'x y'])]: roll.pick(hostile) };
    return Object.fromEntries(entries.map(([name, one], n) => [name, n === at ? spoiled(one, roll) : one]));
  }
  return roll.maybe(0.05) ? [value] : roll.pick(hostile);
}
