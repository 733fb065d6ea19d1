import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { contrast, mix, tokensOf } from './contrast';

const root = resolve(__dirname, '../..');
const css = readFileSync(join(root, 'admin/design/tokens.css'), 'utf8');
const light = tokensOf(css, ':root');
const sides = { light, dark: new Map([...light, ...tokensOf(css, "[data-theme='dark']")]) };

const grounds = ['paper', 'surface', 'sunken'];
const tints = ['accent-soft', 'info-soft', 'live-soft', 'care-soft', 'bad-soft', 'good-soft'];
const states = ['info', 'live', 'care', 'bad', 'good'];

/** Every text on every background that it can meet: plain text and links anywhere, a state on its own tint and on a picked row. */
const texts: readonly (readonly [text: string, ground: string])[] = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((text) => [...grounds, ...tints].map((ground) => [text, ground] as const)),
  ...['accent', 'accent-strong'].flatMap((text) =>
    [...grounds, 'accent-soft'].map((ground) => [text, ground] as const),
  ),
  ...states.flatMap((text) => [...grounds, `${text}-soft`, 'accent-soft'].map((ground) => [text, ground] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-bad', 'bad'],
];
/** What must be told from its surroundings without being read: edges of controls, the focus, a clinician's dot (WCAG 1.4.11). */
const shapes = [
  ...['line-control', 'focus', 'accent', 'bad', 'care'].flatMap((shape) =>
    grounds.map((ground) => [shape, ground] as const),
  ),
  ...[1, 2, 3, 4, 5, 6].flatMap((who) => [...grounds, 'accent-soft'].map((ground) => [`who-${who}`, ground] as const)),
  ['focus', 'accent-soft'],
] as const;

describe.each(Object.entries(sides))('on the %s side', (_, tokens) => {
  const color = (name: string): string => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`there is no --${name}`);
    return value;
  };

  test.each(texts)('%s can be read on %s', (text, ground) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)('%s can be told from %s', (shape, ground) => {
    expect(contrast(color(shape), color(ground))).toBeGreaterThanOrEqual(3);
  });

  test('a hovered danger button and a hovered row keep their text readable', () => {
    expect(contrast(color('on-bad'), mix(color('bad'), 0.88, color('ink')))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color('ink-3'), mix(color('sunken'), 0.6, color('surface')))).toBeGreaterThanOrEqual(4.5);
  });
});

test('the arithmetic is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(mix('#000000', 0.25, '#ffffff')).toBe('#bfbfbf');
});

test('both sides hold the same colours', () => {
  const colored = (tokens: ReadonlyMap<string, string>) =>
    [...tokens].filter(([, value]) => /^(#|rgb)/.test(value)).map(([name]) => name);
  expect(colored(tokensOf(css, "[data-theme='dark']"))).toEqual(colored(light));
});

const sheets = globSync('{admin,portal}/**/*.css', { cwd: root }).filter((file) => !file.endsWith('tokens.css'));

/** Places and sizes that the components beside a style sheet give it: `style={{ '--lane': 1 }}`. */
const givenBeside = (sheet: string): ReadonlySet<string> => {
  const components = globSync('*.{ts,tsx}', { cwd: join(root, dirname(sheet)) });
  const texts = components.map((file) => readFileSync(join(root, dirname(sheet), file), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/'--([\w-]+)'/g)].map(([, name = '']) => name)));
};

test('no style sheet has a colour of its own, and each token that it names exists', () => {
  expect(sheets.length).toBeGreaterThan(30);
  const faults = sheets.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const colors = text.match(/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? [];
    const [given, own] = [givenBeside(file), new Set([...text.matchAll(/^\s*--([\w-]+):/gm)].map(([, name]) => name))];
    const unknown = [...text.matchAll(/var\(--([\w-]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !light.has(name) && !given.has(name) && !own.has(name));
    return [...colors, ...unknown].map((fault) => `${file}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

test('text is never dimmed by opacity, and nothing moves longer than 150 ms', () => {
  const dimmed = sheets.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/opacity:\s*(0?\.\d+)/g)].map(([rule]) => `${file}: ${rule}`),
  );
  expect(dimmed).toEqual([]);
  expect(Number.parseInt(light.get('quick') ?? '', 10)).toBeLessThanOrEqual(150);
});
