import { type Cents, centsOf } from '../../../domain/money/cents';
import type { Adjustment, Content } from '../../../domain/x12/parts';
import type { ProviderAdjustment, RemittanceClaim, RemittanceLine } from '../../../domain/x12/remittance';
import type { HeaderContent, RemittanceContent } from '../../../domain/x12/write-835';
import { anAddress, dollars, npi } from './claims';

type Line = Content<RemittanceLine>;
type Claim = Content<RemittanceClaim>;

export const adjusted = (group: string, reason: string, amount: number): Adjustment => ({
  group,
  reason,
  amount: dollars(amount),
});

export const contractual = (amount: number): Adjustment => adjusted('CO', '45', amount);
export const copay = (amount: number): Adjustment => adjusted('PR', '3', amount);

/** A line that balances: what is not adjusted is paid. */
export function aPaidLine(charge: number, adjustments: readonly Adjustment[], more: Partial<Line> = {}): Line {
  const amount = dollars(charge);
  return {
    procedure: { qualifier: 'HC', code: '90837', modifiers: [] },
    charge: amount,
    paid: centsOf(amount - totalOf(adjustments)),
    units: '1',
    dates: [{ qualifier: '472', date: '20261015' }],
    adjustments,
    lineControlNumber: 'L0001',
    references: [],
    amounts: [],
    quantities: [],
    remarks: [],
    ...more,
  };
}

/** A claim that balances: charge and payment are those of its lines, less what is adjusted of the claim. */
export function aPaidClaim(lines: readonly Line[], more: Partial<Claim> = {}): Claim {
  const sum = (of: (line: Line) => number): Cents => centsOf(lines.reduce((total, line) => total + of(line), 0));
  const ofClaim = totalOf(more.adjustments ?? []);
  const owed = lines.flatMap((line) => line.adjustments).filter((one) => one.group === 'PR');
  return {
    block: '1',
    controlNumber: 'KEPT000001',
    status: '1',
    charge: sum((line) => line.charge),
    paid: centsOf(sum((line) => line.paid) - ofClaim),
    patientResponsibility: centsOf(Math.max(0, totalOf(owed))),
    filingIndicator: '12',
    payerControlNumber: 'ICN700100',
    placeOfService: '11',
    frequency: '1',
    adjustments: [],
    patient: { entityType: '1', last: 'SAMPLE', first: 'JORDAN', id: { qualifier: 'MI', value: 'M100200300' } },
    remarks: [],
    references: [],
    dates: [
      { qualifier: '232', date: '20261015' },
      { qualifier: '233', date: '20261015' },
    ],
    contacts: [],
    amounts: [],
    quantities: [],
    lines,
    ...more,
  };
}

/** An 835 that balances: the payment is what the claims were paid, less the provider adjustments. */
export function aRemittance(
  claims: readonly Claim[],
  providerAdjustments: readonly Content<ProviderAdjustment>[] = [],
  payment: Partial<HeaderContent['payment']> = {},
): RemittanceContent {
  const paid = claims.reduce((sum, claim) => sum + claim.paid, 0);
  const amount = centsOf(paid - providerAdjustments.reduce((sum, one) => sum + one.amount, 0));
  return { header: aHeader({ amount, ...payment }), claims, providerAdjustments };
}

function aHeader(payment: Partial<HeaderContent['payment']> & { amount: Cents }): HeaderContent {
  return {
    payment: {
      handling: 'I',
      direction: 'C',
      method: 'ACH',
      format: 'CCP',
      payerAccount: { bankQualifier: '01', bank: '011000015', accountType: 'DA', account: '5550001' },
      originId: '1450999001',
      payeeAccount: { bankQualifier: '01', bank: '011000138', accountType: 'DA', account: '5550002' },
      date: '20261120',
      ...payment,
    },
    trace: { number: 'EFT880011', payerId: '1450999001' },
    producedOn: '20261119',
    payer: {
      name: 'NORTH MUTUAL',
      address: anAddress({ lines: ['PO BOX 9000'] }),
      references: [{ qualifier: '2U', value: '45001' }],
      contacts: [{ purpose: 'BL', name: 'PROVIDER LINE', numbers: [{ qualifier: 'TE', value: '8005550177' }] }],
    },
    payee: {
      name: 'HARBOR COUNSELING LLC',
      id: { qualifier: 'XX', value: npi.harbor },
      references: [{ qualifier: 'TJ', value: '123456789' }],
      contacts: [],
    },
  };
}

export const noPayment: Partial<HeaderContent['payment']> = {
  handling: 'H',
  method: 'NON',
  format: undefined,
  payerAccount: undefined,
  originId: undefined,
  payeeAccount: undefined,
};

export const aProviderAdjustment = (code: string, amount: number, reference?: string): Content<ProviderAdjustment> => ({
  provider: npi.harbor,
  fiscalDate: '20261231',
  code,
  reference,
  amount: dollars(amount),
});

const totalOf = (adjustments: readonly Adjustment[]): number => adjustments.reduce((sum, one) => sum + one.amount, 0);
