interface Word {
  readonly ordinal: number;
  readonly control_number: string;
  readonly payer_control_number: string | null;
}

/**
 * Words that may be about the same claim, by our number or by the payer's. Within a chain their order counts, because an earlier
 * one tells the payer's number by which a later one is known; chains are independent of each other.
 */
export function chainsOf<W extends Word>(words: readonly W[]): readonly (readonly W[])[] {
  const chainOf = new Map<string, Set<W>>();
  const namesOf = (word: W) => [
    `ours ${word.control_number}`,
    ...(word.payer_control_number === null ? [] : [`theirs ${word.payer_control_number}`]),
  ];
  for (const word of words) {
    const chain = new Set([...namesOf(word).flatMap((name) => [...(chainOf.get(name) ?? [])]), word]);
    for (const one of chain) for (const name of namesOf(one)) chainOf.set(name, chain);
  }
  return [...new Set(chainOf.values())].map((chain) => [...chain].toSorted((a, b) => a.ordinal - b.ordinal));
}
