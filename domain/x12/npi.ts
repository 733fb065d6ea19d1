/**
 * Ten digits whose last is the check digit: Luhn over `80840` and the number (45 CFR 162.406, the card issuer prefix of
 * health applications in the United States).
 */
export function isNpi(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const digits = Array.from(`80840${text}`, Number).reverse();
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 1 ? doubled(digit) : digit), 0);
  return sum % 10 === 0;
}

const doubled = (digit: number): number => (digit > 4 ? digit * 2 - 9 : digit * 2);
