import { type Cents, centsOf } from '../../../domain/money/cents';
import type { OtherCoverage, Patient, ProfessionalClaim, Provider, ServiceLine } from '../../../domain/x12/claim';
import type { Address, NamedEntity } from '../../../domain/x12/parts';
import type { ClaimBatch } from '../../../domain/x12/write-837';
import type { EnvelopeParameters } from '../../../domain/x12/write-envelope';

/** Whole dollars as cents, for amounts that a reader should see at once. */
export const dollars = (amount: number): Cents => centsOf(Math.round(amount * 100));

export const anEnvelope = (more: Partial<EnvelopeParameters> = {}): EnvelopeParameters => ({
  sender: { qualifier: 'ZZ', id: 'HARBORCLINIC' },
  receiver: { qualifier: 'ZZ', id: 'TESTHOUSE' },
  date: '20261102',
  time: '0915',
  interchangeControl: 41,
  groupControl: 41,
  transactionControl: 1,
  usage: 'T',
  ...more,
});

export const anAddress = (more: Partial<Address> = {}): Address => ({
  lines: ['12 HARBOR LANE'],
  city: 'PORTLAND',
  state: 'ME',
  zip: '04101',
  ...more,
});

export const npi = { harbor: '1528000106', rivera: '1477000115', lane: '1902000128', annex: '1639000136' } as const;

export const anOrganization = (more: Partial<Provider> = {}): Provider => ({
  entityType: '2',
  last: 'HARBOR COUNSELING LLC',
  id: { qualifier: 'XX', value: npi.harbor },
  taxonomy: '261QM0801X',
  address: anAddress({ lines: ['400 COMMERCIAL ST', 'SUITE 3'], zip: '041014660' }),
  references: [{ qualifier: 'EI', value: '123456789' }],
  contacts: [],
  ...more,
});

export const aClinician = (more: Partial<Provider> = {}): Provider => ({
  entityType: '1',
  last: 'RIVERA',
  first: 'ALEX',
  id: { qualifier: 'XX', value: npi.rivera },
  taxonomy: '1041C0700X',
  references: [],
  contacts: [],
  ...more,
});

export const aPerson = (more: Partial<NamedEntity> = {}): NamedEntity => ({
  entityType: '1',
  last: 'SAMPLE',
  first: 'JORDAN',
  id: { qualifier: 'MI', value: 'M100200300' },
  ...more,
});

export const aLine = (more: Partial<ServiceLine> = {}): ServiceLine => ({
  procedure: { qualifier: 'HC', code: '90837', modifiers: [] },
  charge: dollars(175),
  unit: 'UN',
  units: '1',
  pointers: [1],
  from: '20261015',
  lineControlNumber: 'L0001',
  references: [],
  adjudications: [],
  ...more,
});

/** A claim for a client who is the subscriber. The charge is the sum of the lines, unless it is given. */
export function aClaim(more: Partial<ProfessionalClaim> = {}): ProfessionalClaim {
  const lines = more.lines ?? [aLine()];
  return {
    billing: anOrganization(),
    subscriber: {
      sequence: 'P',
      relationship: '18',
      group: 'GRP77',
      filingIndicator: 'CI',
      name: aPerson(),
      address: anAddress(),
      birthDate: '19840229',
      gender: 'F',
      references: [],
    },
    payer: { name: 'NORTH MUTUAL', id: { qualifier: 'PI', value: '45001' }, references: [] },
    controlNumber: 'KEPT000001',
    charge: centsOf(lines.reduce((sum, line) => sum + line.charge, 0)),
    placeOfService: '11',
    frequency: '1',
    providerSignature: 'Y',
    assignment: 'A',
    benefitsAssigned: 'Y',
    release: 'Y',
    dates: [],
    references: [],
    diagnoses: [{ qualifier: 'ABK', code: 'F411' }],
    rendering: aClinician(),
    otherCoverages: [],
    lines,
    ...more,
  };
}

export const aChild = (more: Partial<Patient> = {}): Patient => ({
  relationship: '19',
  name: { entityType: '1', last: 'SAMPLE', first: 'ROBIN' },
  address: anAddress(),
  birthDate: '20130704',
  gender: 'M',
  references: [],
  ...more,
});

/** What a primary payer decided, claim level empty: lines say it. */
export const aPrimary = (more: Partial<OtherCoverage> = {}): OtherCoverage => ({
  sequence: 'P',
  relationship: '18',
  group: 'PRI5',
  filingIndicator: 'CI',
  adjustments: [],
  benefitsAssigned: 'Y',
  release: 'Y',
  subscriber: aPerson({ id: { qualifier: 'MI', value: 'PR55667788' } }),
  subscriberAddress: anAddress(),
  payer: { name: 'FIRST HEALTH PLAN', id: { qualifier: 'PI', value: '87001' }, references: [] },
  ...more,
});

export const aBatch = (claims: readonly ProfessionalClaim[], more: Partial<ClaimBatch> = {}): ClaimBatch => ({
  envelope: anEnvelope(),
  reference: 'BATCH41',
  submitter: {
    entityType: '2',
    last: 'HARBOR COUNSELING LLC',
    id: { qualifier: '46', value: 'HARBOR1' },
    contacts: [{ purpose: 'IC', name: 'BILLING OFFICE', numbers: [{ qualifier: 'TE', value: '2075550100' }] }],
  },
  receiver: { entityType: '2', last: 'TEST CLEARINGHOUSE', id: { qualifier: '46', value: 'TCH01' } },
  claims,
  ...more,
});
