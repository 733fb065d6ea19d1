/**
 * The procedure that a session of so many attested minutes is billed as: individual psychotherapy 16–37, 38–52 and 53 or more
 * minutes (CPT time rule: the midpoint is passed); an intake is one procedure whatever it takes. Undefined: too short to bill.
 */
export function chargeCode(typeCode: string, minutes: number): string | undefined {
  if (typeCode === 'intake') return '90791';
  if (minutes < 16) return undefined;
  if (minutes <= 37) return '90832';
  return minutes <= 52 ? '90834' : '90837';
}
