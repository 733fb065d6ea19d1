import type { ListedClaim } from '../../../domain/claims/list-claims';
import { write835 } from '../../../domain/x12/write-835';
import { anEnvelope } from '../../../tests/builders/x12/claims';
import {
  aPaidClaim,
  aPaidLine,
  aProviderAdjustment,
  aRemittance,
  adjusted,
  contractual,
  copay,
} from '../../../tests/builders/x12/remittances';

export type Payment = ReturnType<typeof aRemittance>;

/** Four payments that share no claim: paid with copays, denied, paid in part beside a takeback, and paid in full. */
export function payments(claims: readonly ListedClaim[]): readonly Payment[] {
  const part = Math.ceil(claims.length / 4);
  const of = (n: number) => claims.slice(n * part, (n + 1) * part);
  const said = (claim: ListedClaim, how: 'copay' | 'denied' | 'reduced' | 'full') => {
    const lines = claim.lines.map((line, index) => {
      const dollars = line.chargeCents / 100;
      const first = index === 0;
      const adjustments =
        how === 'denied'
          ? [adjusted('CO', '197', dollars)]
          : [...(first && how !== 'full' ? [contractual(40)] : []), ...(first && how === 'copay' ? [copay(25)] : [])];
      return aPaidLine(dollars, adjustments, {
        procedure: { qualifier: 'HC', code: line.cpt, modifiers: line.modifiers },
        lineControlNumber: line.lineControlNumber,
        dates: [{ qualifier: '472', date: line.dos.replaceAll('-', '') }],
      });
    });
    return aPaidClaim(lines, {
      controlNumber: claim.controlNumber,
      payerControlNumber: `ICN${claim.controlNumber}`,
      status: how === 'denied' ? '4' : '1',
      patient: { entityType: '1', last: claim.patient.last, first: claim.patient.first },
    });
  };
  const numbered = (payment: Payment, number: string): Payment => ({
    ...payment,
    header: { ...payment.header, trace: { ...payment.header.trace, number } },
  });
  return [
    numbered(aRemittance(of(0).map((claim) => said(claim, 'copay'))), 'V-COPAY'),
    numbered(aRemittance(of(1).map((claim) => said(claim, 'denied'))), 'V-DENIED'),
    numbered(
      aRemittance(
        of(2).map((claim) => said(claim, 'reduced')),
        [aProviderAdjustment('WO', 30, 'V')],
      ),
      'V-TAKEN',
    ),
    numbered(aRemittance(of(3).map((claim) => said(claim, 'full'))), 'V-FULL'),
  ];
}

/** The same payment in a file of other bytes: blank lines before it harm nothing. */
export const inFile = (payment: Payment, n: number): Uint8Array =>
  Buffer.concat([Buffer.from('\n'.repeat(n)), write835(anEnvelope(), payment)]);

/** One file that says the same payment again and again. */
export const repeated = (payment: Payment, times: number): Uint8Array =>
  Buffer.concat(Array<Uint8Array>(times).fill(write835(anEnvelope(), payment)));

/** The same order every time, so that what failed can be tried again. */
export function shuffled<T>(all: readonly T[]): readonly T[] {
  const order = [...all];
  for (let n = order.length - 1, seed = 20_261_130; n > 0; n -= 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const other = seed % (n + 1);
    [order[n], order[other]] = [order[other] as T, order[n] as T];
  }
  return order;
}
