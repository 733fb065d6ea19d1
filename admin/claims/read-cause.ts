/** A code of an answer taken apart, to be put into words (`claims.causes`). */
export interface ReadCause {
  readonly of: 'statuses' | 'formats';
  readonly code: string;
  /** Whom it is about, as X12 names roles: `85` is the billing practice. */
  readonly entity?: string;
  readonly params?: Readonly<Record<string, string>>;
}

/**
 * Reads `A7:562:85` (category, status, entity of a 277CA), `IK3:NM1:8 IK4:9:7` (segment and element of a 999), `IK5:5` (its
 * transaction) and `TA1:006`.
 */
export function readCause(code: string): ReadCause {
  const [kind = '', first = '', second] = code.split(':');
  if (kind === 'TA1') return { of: 'formats', code: 'interchange' };
  if (kind === 'IK5') return { of: 'formats', code: 'transaction' };
  if (kind === 'IK3') {
    const element = / IK4:(\d+)/.exec(code)?.[1];
    if (element === undefined) return { of: 'formats', code: 'segment', params: { segment: first } };
    return { of: 'formats', code: 'element', params: { segment: first, element } };
  }
  return { of: 'statuses', code: first, ...(second !== undefined && { entity: second }) };
}
