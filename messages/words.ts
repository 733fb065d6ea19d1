/** The languages that Kept speaks. Everyone falls back to the first. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

const locales = { en: 'en-US', es: 'es-US' } as const satisfies Record<Language, string>;
/** The locale by which `Intl` writes numbers and dates in a language: that of the United States, where practices are. */
export const localeOf = (language: Language): string => locales[language];
/** What each language calls itself. */
export const languageNames = { en: 'English', es: 'Español' } as const satisfies Record<Language, string>;
export const isLanguage = (text: unknown): text is Language => languages.some((one) => one === text);

const forms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
type Form = (typeof forms)[number];
/** One sentence per plural form of its `{count}` (CLDR). `zero` is also said for exactly 0, where a language has no such form. */
export type Plural = { readonly [Key in Exclude<Form, 'other'>]?: string } & { readonly other: string };
export type Text = string | Plural;
/** Texts by code: nested, so that `shell.find` is `{ shell: { find: 'Find' } }`. */
export interface Catalogue {
  readonly [part: string]: Text | Catalogue;
}

type IsPlural<T> = T extends { readonly other: string } ? (Exclude<keyof T, Form> extends never ? true : false) : false;

/** The same codes as in `T`, in another language: one more or one less does not compile. */
export type SameCodes<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : IsPlural<T[Key]> extends true
      ? Plural
      : SameCodes<T[Key]>;
};

/** Every code of a catalogue: `'shell.find' | 'shell.skip' | …`. */
export type CodeOf<T> = {
  [Key in keyof T & string]: T[Key] extends string
    ? Key
    : IsPlural<T[Key]> extends true
      ? Key
      : `${Key}.${CodeOf<T[Key]>}`;
}[keyof T & string];

type TextAt<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? TextAt<T[Head], Rest>
    : never
  : Path extends keyof T
    ? T[Path]
    : never;
type Names<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type ParamName<T> = T extends string ? Names<T> : { [Key in keyof T]: Names<T[Key]> }[keyof T] | 'count';

/** What stands for the `{names}`. Numbers are written as the language writes them; what is no quantity (a year, an id) comes as text. */
export type WordParams = Readonly<Record<string, string | number>>;
type ParamsAt<T, Path extends string> = [ParamName<TextAt<T, Path>>] extends [never]
  ? []
  : [params: Readonly<Record<ParamName<TextAt<T, Path>>, string | number>>];

/** Puts a code into words. A code that has none, or a missing parameter, does not compile. */
export type Say<T> = <Path extends CodeOf<T>>(code: Path, ...params: ParamsAt<T, Path>) => string;

export function sayIn<T extends object>(language: Language, catalogue: T): Say<T> {
  const find = textIn(catalogue);
  return (code, ...[params]) => {
    const text = find(code);
    return text === undefined ? code : render(language, text, params ?? {});
  };
}

/** For codes that come from outside (a server newer than this page): undefined when there are no words for it. */
export function sayIfKnown(
  language: Language,
  catalogue: object,
  code: string,
  params: WordParams,
): string | undefined {
  const text = textIn(catalogue)(code);
  return text === undefined ? undefined : render(language, text, params);
}

/** Every text of a catalogue with its code, in the order in which they were written. */
export function textsOf(catalogue: object, above = ''): readonly (readonly [code: string, text: Text])[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, Text | Catalogue]) =>
    isText(value) ? [[`${above}${key}`, value] as const] : textsOf(value, `${above}${key}.`),
  );
}

function textIn(catalogue: object): (code: string) => Text | undefined {
  const known = new Map(textsOf(catalogue));
  return (code) => known.get(code);
}

function isText(value: Text | Catalogue): value is Text {
  if (typeof value === 'string') return true;
  return typeof value['other'] === 'string' && Object.keys(value).every((key) => forms.some((form) => form === key));
}

function render(language: Language, text: Text, params: WordParams): string {
  const sentence = typeof text === 'string' ? text : pluralForm(language, text, params['count']);
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name];
    if (value === undefined) return hole;
    return typeof value === 'number' ? numbers(language).format(value) : value;
  });
}

function pluralForm(language: Language, text: Plural, count: string | number | undefined): string {
  if (count === 0 && text.zero !== undefined) return text.zero;
  return text[rules(language).select(Number(count))] ?? text.other;
}

const rules = perLanguage((locale) => new Intl.PluralRules(locale));
const numbers = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));

function perLanguage<T>(make: (locale: string) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language) ?? make(localeOf(language));
    made.set(language, known);
    return known;
  };
}
