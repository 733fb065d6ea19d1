import type { Interchange } from './envelope';
import { kindOf, type Sniffed, type X12Kind } from './kind';
import { x12Reader } from './x12-reader';

/**
 * What a file is, from its first bytes (4 kB are plenty). Undefined: no X12, or not enough of it to tell. An interchange
 * that holds nothing but TA1 is a TA1; one that begins with a TA1 and goes on is what follows.
 */
export function sniff(firstBytes: Uint8Array): Sniffed | undefined {
  let interchange: Interchange | undefined;
  let kind: X12Kind | undefined;
  let acknowledges = false;
  const reader = x12Reader({
    interchange: (found) => {
      interchange ??= found;
    },
    interchangeAcknowledgement: () => {
      acknowledges = true;
    },
    transaction: (transaction) => {
      kind ??= kindOf(transaction);
      return undefined;
    },
  });
  reader.push(firstBytes);
  reader.end();
  if (kind === undefined && acknowledges) kind = 'TA1';
  return interchange && kind ? { kind, interchange } : undefined;
}
