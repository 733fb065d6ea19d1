/** Whether a name has every word that was typed, whatever its case and accents: "jose m" finds "José Marín". */
export function matchesText(name: string, typed: string): boolean {
  const plainName = plain(name);
  return plain(typed)
    .split(/\s+/)
    .every((word) => plainName.includes(word));
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
