import { type ClaimFacts, claimContent } from '../../../domain/claims/claim-content';
import type { ClaimBatch } from '../../../domain/x12/write-837';
import { aBatch } from './claims';

/** What a record may say of a claim: in network, authorized, by video at home. */
export const claimFactsOf = (more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  controlNumber: 'C1',
  frequency: '1',
  payerControlNumber: null,
  profile: {
    legal_name: 'CEDAR',
    npi: '1234567893',
    tax_id: '587654321',
    taxonomy: '261QM0801X',
    street: '1 A ST',
    city: 'ALBANY',
    region: 'NY',
    postal_code: '122070001',
    pay_to: null,
  },
  clinician: { first_name: 'ROWAN', last_name: 'VALE', npi: '1477000115', taxonomy: '1041C0700X' },
  client: { first_name: 'JORDAN', last_name: 'SAMPLE', birth_date: '2012-02-03' },
  address: { sex: 'F', street: '5 ELM ST', city: 'ALBANY', region: 'NY', postal_code: '12207' },
  coverage: {
    rank: 1,
    member_id: 'W100',
    group_number: 'G7',
    plan_name: null,
    relationship: '18',
    subscriber: null,
    assigned: true,
  },
  payer: { name: 'ACME', payer_id: '60054', filing_indicator: 'CI' },
  authorization: 'AUTH1',
  lines: [
    {
      code: '90834',
      modifiers: ['95'],
      cents: 14_000,
      units: 1,
      service_day: '2026-10-15',
      place_of_service: '10',
      line_control: 'L1',
      diagnoses: ['F41.1', 'F33.0'],
    },
  ],
  ...more,
});

/** A policyholder who is not the client. */
export const aPolicyholder = {
  first_name: 'PAT',
  last_name: 'SAMPLE',
  birth_date: '1980-01-01',
  sex: 'M',
  street: '5 ELM ST',
  city: 'ALBANY',
  region: 'NY',
  postal_code: '12207',
} as const;

const child = { ...claimFactsOf().coverage, relationship: '19', subscriber: aPolicyholder };
const known = { payerControlNumber: 'ICN2026100003' } as const;

/** Claims as the record is put into words, not as a test writes them. */
export const contentScenarios: Readonly<Record<string, ClaimBatch>> = {
  'from-the-record': said(),
  'from-the-record-without-authorization': said({ authorization: null }),
  'from-the-record-replacement-with-authorization': said({ ...known, frequency: '7' }),
  'from-the-record-replacement-for-a-child': said({ ...known, frequency: '7', coverage: child }),
  'from-the-record-void': said({ ...known, frequency: '8', authorization: null }),
  'from-the-record-void-with-authorization': said({ ...known, frequency: '8' }),
};

function said(more: Partial<ClaimFacts> = {}): ClaimBatch {
  return aBatch([claimContent(claimFactsOf(more))]);
}
