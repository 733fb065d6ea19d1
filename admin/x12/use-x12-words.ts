import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../browser/speech';
import type { x12 } from '../../messages/en/x12';
import { type Language, type SameCodes, sayIfKnown } from '../../messages/words';
import { type ExplainedSegment, type Piece, wordCodes } from './explain';

type Catalogue = SameCodes<typeof x12>;

const load: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('../../messages/en/x12.js')).x12,
  es: async () => (await import('../../messages/es/x12.js')).x12,
};

export interface X12Words {
  readonly catalogue: Catalogue;
  /** "Insured person" */
  readonly segment: (segment: Pick<ExplainedSegment, 'code' | 'name'>) => string;
  /** "Place of service" */
  readonly piece: (piece: Pick<Piece, 'code'>) => string;
  /** What this value means there, if there are words for it: "office". */
  readonly value: (piece: Pick<Piece, 'code' | 'text'>) => string | undefined;
  readonly at: (params: { readonly number: string; readonly count: string; readonly offset: string }) => string;
}

/** What segments and elements are, in the person's language; undefined until the words have come. */
export function useX12Words(): X12Words | undefined {
  const { language } = useSpeech();
  const { data } = useQuery({ queryKey: ['x12-words', language], queryFn: load[language], staleTime: Infinity });
  return data && wordsOf(language, data);
}

function wordsOf(language: Language, catalogue: Catalogue): X12Words {
  const say = (code: string, params = {}) => sayIfKnown(language, catalogue, code, params);
  const first = (codes: readonly string[]) => codes.map((code) => say(code)).find((text) => text !== undefined);
  const unknown = (code: string) => say('unknown', { code: shownCode(code) }) ?? shownCode(code);
  return {
    catalogue,
    segment: ({ code, name }) => first([`segments.${code}`, `segments.${name}`]) ?? name,
    piece: ({ code }) => first(wordCodes(code).map((one) => `elements.${one}`)) ?? unknown(code),
    value: ({ code, text }) => first(wordCodes(code).map((one) => `values.${one}_${text}`)),
    at: (params) => say('at', params) ?? '',
  };
}

/** `CLM05_3` as people write it: `CLM05-3`. */
export const shownCode = (code: string): string => code.replace('_', '-');
