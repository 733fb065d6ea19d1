/** How an NPI stands while it is typed. The last of its ten digits is made from the others: a slip shows at once. */
export type NpiStanding = 'empty' | 'short' | 'not_digits' | 'wrong_digit' | 'fits';

/** Luhn over `80840` and the number (45 CFR 162.406), as the server looks at it again. */
export function npiStanding(text: string): NpiStanding {
  const npi = text.trim();
  if (npi === '') return 'empty';
  if (!/^[12]\d*$/.test(npi) || npi.length > 10) return 'not_digits';
  if (npi.length < 10) return 'short';
  const digits = Array.from(`80840${npi}`, Number).toReversed();
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 1 ? doubled(digit) : digit), 0);
  return sum % 10 === 0 ? 'fits' : 'wrong_digit';
}

const doubled = (digit: number): number => (digit > 4 ? digit * 2 - 9 : digit * 2);
