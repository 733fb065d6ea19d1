import type { RemittanceContent } from '../../../domain/x12/write-835';
import { dollars } from './claims';
import {
  adjusted,
  aPaidClaim,
  aPaidLine,
  aProviderAdjustment,
  aRemittance,
  contractual,
  copay,
  noPayment,
} from './remittances';

const second = { lineControlNumber: 'L0002', dates: [{ qualifier: '472', date: '20261022' }] } as const;

/** What payers send; all balance. */
export const remittanceScenarios: Readonly<Record<string, RemittanceContent>> = {
  'paid-with-copay': aRemittance([
    aPaidClaim([
      aPaidLine(175, [contractual(40), copay(25)], { amounts: [{ qualifier: 'B6', amount: dollars(135) }] }),
      aPaidLine(150.35, [contractual(30.35)], second),
    ]),
  ]),
  'all-to-the-deductible': aRemittance(
    [aPaidClaim([aPaidLine(175, [contractual(40), adjusted('PR', '1', 135)])])],
    [],
    noPayment,
  ),
  'denied-with-remarks': aRemittance(
    [
      aPaidClaim([aPaidLine(175, [adjusted('CO', '197', 175)], { remarks: ['M62', 'N130'] })], {
        status: '4',
        remarks: ['MA01'],
      }),
    ],
    [],
    noPayment,
  ),
  'reversal-and-correction': aRemittance([
    aPaidClaim([aPaidLine(-175, [contractual(-40)])], { status: '22' }),
    aPaidClaim([aPaidLine(175, [contractual(30)])], { payerControlNumber: 'ICN700101' }),
  ]),
  'provider-adjustments': aRemittance(
    [aPaidClaim([aPaidLine(500, [contractual(100)])])],
    [
      aProviderAdjustment('WO', 120.5, 'ICN600001'),
      aProviderAdjustment('L6', -1.37, 'ICN700100'),
      aProviderAdjustment('72', -20),
    ],
  ),
  'bundled-lines': aRemittance([
    aPaidClaim([
      aPaidLine(0, [adjusted('CO', '94', -100)], {
        procedure: { qualifier: 'HC', code: '90899', modifiers: [] },
        original: { qualifier: 'HC', code: '90834', modifiers: ['95'] },
        lineControlNumber: undefined,
      }),
      aPaidLine(150, [adjusted('CO', '97', 150)], second),
    ]),
  ]),
  'secondary-and-forwarded': aRemittance([
    aPaidClaim([aPaidLine(175, [adjusted('OA', '23', 120), copay(10)])], { status: '2' }),
    aPaidClaim([aPaidLine(175, [contractual(35), adjusted('PR', '2', 28)])], {
      status: '19',
      crossover: { entityType: '2', last: 'NEXT PLAN', id: { qualifier: 'PI', value: 'NP001' } },
      rendering: { entityType: '1', last: 'RIVERA', first: 'ALEX', id: { qualifier: 'XX', value: '1477000115' } },
      corrected: { entityType: '1', last: 'SAMPEL', id: { qualifier: 'C', value: 'M100200399' } },
    }),
  ]),
  'adjusted-as-a-whole': aRemittance([
    aPaidClaim([], {
      charge: dollars(300),
      paid: dollars(180),
      adjustments: [contractual(100), copay(20)],
      patientResponsibility: dollars(20),
      amounts: [{ qualifier: 'AU', amount: dollars(200) }],
    }),
  ]),
  'interest-told-twice': aRemittance(
    [
      aPaidClaim([aPaidLine(175, [contractual(40)])], {
        amounts: [{ qualifier: 'I', amount: dollars(2.11) }],
        references: [{ qualifier: 'EA', value: 'MRN1' }],
      }),
    ],
    [aProviderAdjustment('L6', -2.11, 'ICN700100')],
  ),
  'several-blocks-by-check': aRemittance(
    [
      aPaidClaim([aPaidLine(175, [contractual(40)])]),
      aPaidClaim([aPaidLine(150, [contractual(30)])], { block: '2', controlNumber: 'KEPT000002' }),
    ],
    [],
    { method: 'CHK', format: undefined, payerAccount: undefined, payeeAccount: undefined, originId: undefined },
  ),
};
