import { type Cents, centsOf, negated, sumOf } from '../../domain/money/cents';
import type { Payer, Provider } from '../../domain/x12/claim';
import type { Content } from '../../domain/x12/parts';
import type { ProviderAdjustment } from '../../domain/x12/remittance';
import type { RemittanceContent } from '../../domain/x12/write-835';
import type { Book, PaidClaim } from './book';
import { simulated } from './simulated';

/** No such payer: a tax number that was never given out. */
const payerTin = '1999999999';
const bank = (account: string) => ({ bankQualifier: '01', bank: '999999992', accountType: 'DA', account });

/** One payment. What a payer takes back beyond what it pays stays open (PLB FB) and is kept from later payments. */
export function remittanceOf(call: {
  readonly payer: Payer;
  readonly payee: Provider;
  readonly claims: readonly PaidClaim[];
  readonly trace: string;
  readonly day: string;
  readonly book: Book;
}): RemittanceContent {
  const { payer, payee, claims, trace, day, book } = call;
  const npi = payee.id?.value ?? '';
  const due = sumOf(claims.map(({ paid }) => paid));
  const { owedBefore, owed } = book.settle(`${payer.id.value}/${npi}`, due);
  const amount = centsOf(due - owedBefore + owed);
  const adjusted = (cents: Cents): Content<ProviderAdjustment> => ({
    provider: npi,
    fiscalDate: `${day.slice(0, 4)}1231`,
    code: 'FB',
    reference: trace,
    amount: cents,
  });
  const taxId = payee.references.find(({ qualifier }) => qualifier === 'EI' || qualifier === 'SY');
  return {
    header: {
      payment: {
        direction: 'C',
        amount,
        date: day,
        ...(amount === 0
          ? { handling: 'H', method: 'NON' }
          : {
              handling: 'I',
              method: 'ACH',
              format: 'CCP',
              payerAccount: bank('SIMULATED1'),
              originId: payerTin,
              payeeAccount: bank('SIMULATED2'),
            }),
      },
      trace: { number: trace, payerId: payerTin },
      producedOn: day,
      payer: {
        name: simulated(payer.name),
        references: [{ qualifier: '2U', value: payer.id.value }],
        address: { lines: ['SIMULATED'], city: 'ALBANY', state: 'NY', zip: '122070001' },
        contacts: [{ purpose: 'BL', name: 'SIMULATED', numbers: [{ qualifier: 'TE', value: '2125550199' }] }],
      },
      payee: {
        name: payee.last,
        ...(payee.id && { id: payee.id }),
        references: taxId ? [{ qualifier: 'TJ', value: taxId.value }] : [],
        contacts: [],
      },
    },
    claims,
    providerAdjustments: [
      ...(owedBefore > 0 ? [adjusted(owedBefore)] : []),
      ...(owed > 0 ? [adjusted(negated(owed))] : []),
    ],
  };
}
