import type { ProfessionalClaim, ServiceLine } from '../../../domain/x12/claim';
import { type ClaimBatch } from '../../../domain/x12/write-837';
import {
  aBatch,
  aChild,
  aClaim,
  aClinician,
  aLine,
  anAddress,
  anEnvelope,
  anOrganization,
  aPerson,
  dollars,
  npi,
} from './claims';
import { coordinationScenarios } from './coordination-scenarios';

/** Batches of professional claims as a mental-health practice sends them; each has to pass every validator. */
export const claimScenarios: Readonly<Record<string, ClaimBatch>> = {
  'client-is-subscriber': one(),
  'child-of-subscriber': one({ subscriber: parent(), patient: aChild() }),
  'spouse-of-subscriber': one({
    subscriber: parent(),
    patient: aChild({ relationship: '01', birthDate: '19851111', gender: 'F' }),
  }),
  'solo-clinician-with-social-security-number': one({ billing: soloClinician('SY'), rendering: undefined }),
  'solo-clinician-with-employer-number': one({ billing: soloClinician('EI'), rendering: undefined }),
  'billing-contact-and-licence': one({
    billing: anOrganization({
      references: [...anOrganization().references, { qualifier: '0B', value: 'ME4471' }],
      contacts: [{ purpose: 'IC', name: 'FRONT DESK', numbers: [{ qualifier: 'TE', value: '2075550101' }] }],
    }),
  }),
  'rendering-differs-by-line': one({
    rendering: undefined,
    lines: [
      aLine({ rendering: aClinician(), lineControlNumber: 'A1' }),
      aLine({ rendering: clinicianLane(), lineControlNumber: 'A2', from: '20261016' }),
    ],
  }),
  'supervised-clinician': one({ supervising: { ...clinicianLane(), taxonomy: undefined } }),
  'services-at-another-site': one({ placeOfService: '53', facility: annex() }),
  'pay-to-post-office-box': one({ payTo: anAddress({ lines: ['PO BOX 77'], zip: '041040077' }) }),
  'prior-authorization': one({ references: [{ qualifier: 'G1', value: 'AUTH99120' }] }),
  'authorization-by-line': one({
    lines: [
      aLine({ lineControlNumber: 'B1', references: [{ qualifier: 'G1', value: 'AUTH1' }] }),
      aLine({ lineControlNumber: 'B2', from: '20261022', references: [{ qualifier: 'G1', value: 'AUTH2' }] }),
    ],
  }),
  'referral-with-referring-provider': one({
    references: [{ qualifier: '9F', value: 'REF5512' }],
    referring: { ...clinicianLane(), taxonomy: undefined },
  }),
  'replacement-of-a-claim': one({ frequency: '7', references: [{ qualifier: 'F8', value: 'ICN2026100001' }] }),
  'void-of-a-claim': one({ frequency: '8', references: [{ qualifier: 'F8', value: 'ICN2026100002' }] }),
  'telehealth-at-home': one({ placeOfService: '10', lines: [aLine(coded('90837', '95'))] }),
  'telehealth-elsewhere': one({ placeOfService: '02', lines: [aLine(coded('90834', 'GT'))] }),
  'telehealth-by-telephone': one({ placeOfService: '10', lines: [aLine(coded('90832', '93'))] }),
  'place-differs-by-line': one({
    lines: [
      aLine({ lineControlNumber: 'C1' }),
      aLine({ lineControlNumber: 'C2', from: '20261017', placeOfService: '10', ...coded('90837', '95') }),
    ],
  }),
  'twelve-diagnoses': one({
    diagnoses: [
      'F411',
      'F331',
      'F4310',
      'F1020',
      'F900',
      'F5101',
      'F4010',
      'F42',
      'Z630',
      'Z600',
      'R45851',
      'F603',
    ].map((code, at) => ({ qualifier: at === 0 ? 'ABK' : 'ABF', code })),
    lines: [aLine({ pointers: [1, 2, 11, 12] })],
  }),
  'six-lines-of-odd-cents': one({ lines: [1, 2, 3, 4, 5, 6].map(oddLine) }),
  'evaluation-with-add-on-codes': one({
    rendering: aClinician({ taxonomy: '2084P0800X' }),
    lines: [
      aLine({ ...coded('99214', '25'), charge: dollars(140), lineControlNumber: 'D1' }),
      aLine({ ...coded('90833'), charge: dollars(95.5), lineControlNumber: 'D2' }),
      aLine({ ...coded('90785'), charge: dollars(19.99), lineControlNumber: 'D3' }),
    ],
  }),
  'four-modifiers': one({ lines: [aLine(coded('90837', 'U1', 'HO', 'GT', '59'))] }),
  'several-units': one({ lines: [aLine({ ...coded('96131'), units: '3', charge: dollars(330) })] }),
  'half-units': one({ lines: [aLine({ ...coded('H2019'), units: '2.5', charge: dollars(62.5) })] }),
  'days-in-a-range': one({
    lines: [aLine({ ...coded('H0015'), from: '20261005', to: '20261009', units: '5', charge: dollars(1250) })],
  }),
  medicaid: one({ subscriber: payerKind('MC'), payer: payer('MAINECARE', '10002') }),
  'medicare-primary': one({
    subscriber: { ...payerKind('MB'), group: undefined },
    payer: payer('MEDICARE B', '14112'),
  }),
  'blue-plan-with-plan-name': one({
    subscriber: { ...payerKind('BL'), group: undefined, planName: 'STATE EMPLOYEES' },
  }),
  'military-plan': one({ subscriber: payerKind('CH'), payer: payer('TRICARE EAST', '99726') }),
  'payer-with-address-and-provider-number': one({
    payer: {
      ...payer('NORTH MUTUAL', '45001'),
      address: anAddress({ lines: ['PO BOX 9000'], zip: '041049000' }),
      references: [{ qualifier: 'G2', value: 'PRV7781' }],
    },
  }),
  'out-of-network-courtesy': one({ assignment: 'C', benefitsAssigned: 'N' }),
  'client-paid-a-part': one({ patientPaid: dollars(25) }),
  'record-number-and-note': one({
    references: [{ qualifier: 'EA', value: 'MRN00771' }],
    note: { code: 'ADD', text: 'CRISIS SESSION, LONGER THAN PLANNED' },
  }),
  'line-note': one({ lines: [aLine({ note: { code: 'ADD', text: 'INTERPRETER PRESENT' } })] }),
  'accident-and-first-treatment': one({
    dates: [
      { qualifier: '454', date: '20260901' },
      { qualifier: '431', date: '20260815' },
    ],
  }),
  'late-claim': one({ delayReason: '7', lines: [aLine({ from: '20251015' })] }),
  'informed-consent-and-provider-signature': one({ release: 'I', signatureSource: 'P' }),
  'full-name': one({
    subscriber: { ...aClaim().subscriber, name: aPerson({ middle: 'QUINN', suffix: 'III' }) },
  }),
  'several-claims-of-one-client': aBatch(
    [1, 2, 3].map((n) => aClaim({ controlNumber: `KEPT00010${n}`, lines: [aLine({ from: `2026101${n}` })] })),
  ),
  'two-billing-providers': aBatch([
    aClaim({ controlNumber: 'KEPT000201' }),
    aClaim({ controlNumber: 'KEPT000202', billing: { ...annex(), taxonomy: '261QM0801X', references: taxId() } }),
    aClaim({ controlNumber: 'KEPT000203', subscriber: parent(), patient: aChild() }),
  ]),
  'two-transactions': aBatch(
    [1, 2, 3].map((n) => aClaim({ controlNumber: `KEPT00030${n}` })),
    { claimsPerTransaction: 2, envelope: anEnvelope({ transactionControl: 9999 }) },
  ),
  'sent-again': aBatch([aClaim()], { purpose: '18', envelope: anEnvelope({ acknowledgementRequested: true }) }),
  ...coordinationScenarios,
};

function one(more: Partial<ProfessionalClaim> = {}): ClaimBatch {
  return aBatch([aClaim(more)]);
}

function coded(code: string, ...modifiers: string[]): Pick<ServiceLine, 'procedure'> {
  return { procedure: { qualifier: 'HC', code, modifiers } };
}

function oddLine(n: number): ServiceLine {
  return aLine({ charge: dollars(100 + n * 10.01), from: `2026100${n}`, lineControlNumber: `E${n}` });
}

/** A subscriber who is not the client. */
function parent(): ProfessionalClaim['subscriber'] {
  return { ...aClaim().subscriber, relationship: undefined, name: aPerson({ first: 'MORGAN' }) };
}

function payerKind(filingIndicator: string): ProfessionalClaim['subscriber'] {
  return { ...aClaim().subscriber, filingIndicator };
}

function payer(name: string, id: string): ProfessionalClaim['payer'] {
  return { name, id: { qualifier: 'PI', value: id }, references: [] };
}

function soloClinician(tax: 'EI' | 'SY'): ProfessionalClaim['billing'] {
  return aClinician({ address: anOrganization().address, references: [{ qualifier: tax, value: '900450001' }] });
}

function clinicianLane(): ReturnType<typeof aClinician> {
  return aClinician({ last: 'LANE', first: 'SAM', id: { qualifier: 'XX', value: npi.lane }, taxonomy: '103TC0700X' });
}

function annex(): ReturnType<typeof anOrganization> {
  return anOrganization({
    last: 'HARBOR ANNEX',
    id: { qualifier: 'XX', value: npi.annex },
    taxonomy: undefined,
    address: anAddress({ lines: ['9 WHARF ROAD'], zip: '041019999' }),
    references: [],
  });
}

function taxId(): ProfessionalClaim['billing']['references'] {
  return [{ qualifier: 'EI', value: '123456788' }];
}
