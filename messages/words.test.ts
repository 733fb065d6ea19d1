import { catalogues, sayTo } from './catalogues';
import { en } from './en';
import { type SameCodes, type Text, languages, sayIfKnown, sayIn, textsOf } from './words';

const visits = {
  lead: 'Hello, {name}',
  count: { zero: 'No visits', one: '{count} visit', other: '{count} visits' },
  reason: { other: 'Another reason', sick: 'Sick' },
} as const;
const say = sayIn('en', visits);

test('a sentence takes its parameters, and a hole without a value stays visible', () => {
  expect(say('lead', { name: 'Ana' })).toBe('Hello, Ana');
  expect(sayIfKnown('en', visits, 'lead', {})).toBe('Hello, {name}');
});

test('a count chooses the form of its language, and zero has its own words where written', () => {
  expect([0, 1, 2, 1200].map((count) => say('count', { count }))).toEqual([
    'No visits',
    '1 visit',
    '2 visits',
    '1,200 visits',
  ]);
  const found = (count: number) => sayTo('es')('pieces.found', { count });
  expect([0, 1, 2].map(found)).toEqual(['No se encontró nada', '1 encontrado', '2 encontrados']);
});

test('a group of codes that happens to hold "other" is no plural', () => {
  expect([say('reason.other'), say('reason.sick')]).toEqual(['Another reason', 'Sick']);
});

test('a code from a newer server has no words, and says so', () => {
  expect(sayIfKnown('en', en, 'problems.born_tomorrow.title', {})).toBeUndefined();
  expect(sayIfKnown('es', catalogues.es, 'fields.too_long', { max: 40 })).toBe('Use como máximo 40 caracteres');
});

test('what is no code, and what lacks a parameter, does not compile', () => {
  // @ts-expect-error there is no such code
  expect(say('leed')).toBe('leed');
  // @ts-expect-error the name is missing
  expect(say('lead')).toBe('Hello, {name}');
  // @ts-expect-error the parameter has another name
  expect(say('lead', { nmae: 'Ana' })).toBe('Hello, {name}');
  // @ts-expect-error a plural needs its count
  expect(say('count', {})).toContain('{count}');
});

test('a language with a code too few or too many does not compile', () => {
  // @ts-expect-error `reason` is missing
  const fewer: SameCodes<typeof visits> = { lead: '', count: { other: '' } };
  // @ts-expect-error English has no `extra`
  const more: SameCodes<typeof visits> = { lead: '', count: { other: '' }, reason: { other: '', sick: '' }, extra: '' };
  expect([Object.keys(fewer), Object.keys(more)].map((keys) => keys.length)).toEqual([2, 4]);
});

const holes = (text: Text): string[] =>
  [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].filter((hole) => hole !== '{count}').toSorted();

test.each(languages.filter((one) => one !== 'en'))(
  '%s takes the same parameters as English, and says something',
  (language) => {
    const theirs = new Map(textsOf(catalogues[language]));
    for (const [code, english] of textsOf(en)) {
      const text = theirs.get(code);
      if (text === undefined) throw new Error(`${code} has no words`);
      expect({ code, holes: holes(text) }).toEqual({ code, holes: holes(english) });
      expect(JSON.stringify(text).length).toBeGreaterThan(2);
    }
  },
);
