import { centsOf, sumOf } from '../money/cents';
import type { Patient, ProfessionalClaim, Provider, ServiceLine, Subscriber } from '../x12/claim';
import type { Address } from '../x12/parts';

/** Everything that a claim says, as the record has it. Days are `YYYY-MM-DD`, diagnosis codes with their dot. */
export interface ClaimFacts {
  readonly controlNumber: string;
  readonly frequency: '1' | '7' | '8';
  readonly payerControlNumber: string | null;
  readonly profile: {
    readonly legal_name: string;
    readonly npi: string;
    readonly tax_id: string;
    readonly taxonomy: string;
    readonly street: string;
    readonly city: string;
    readonly region: string;
    readonly postal_code: string;
    readonly pay_to: Street | null;
  };
  readonly clinician: {
    readonly first_name: string;
    readonly last_name: string;
    readonly npi: string;
    readonly taxonomy: string;
  };
  readonly client: { readonly first_name: string; readonly last_name: string; readonly birth_date: string };
  readonly address: Street & { readonly sex: string };
  readonly coverage: {
    readonly rank: number;
    readonly member_id: string;
    readonly group_number: string | null;
    readonly plan_name: string | null;
    readonly relationship: string;
    readonly subscriber: SubscriberFacts | null;
    readonly assigned: boolean;
  };
  readonly payer: { readonly name: string; readonly payer_id: string; readonly filing_indicator: string };
  readonly authorization: string | null;
  readonly lines: readonly {
    readonly code: string;
    readonly modifiers: readonly string[];
    readonly cents: number;
    readonly units: number;
    readonly service_day: string;
    readonly place_of_service: string;
    readonly line_control: string;
    readonly diagnoses: readonly string[];
  }[];
}

export interface Street {
  readonly street: string;
  readonly street2?: string | null;
  readonly city: string;
  readonly region: string;
  readonly postal_code: string;
}

/** The policyholder, where that is not the client. */
export interface SubscriberFacts extends Street {
  readonly first_name: string;
  readonly last_name: string;
  readonly birth_date: string;
  readonly sex: string;
}

const sequences = ['P', 'S', 'T'] as const;
/** X12 takes no more than 12 diagnoses, and a line points at no more than 4 of them. */
const mostPointers = 4;

/** Puts a claim into the words of the TR3 (005010X222A1). In network: assigned, benefits to the provider, release signed. */
export function claimContent(facts: ClaimFacts): ProfessionalClaim {
  const { coverage, client, address, payer, clinician, profile } = facts;
  const diagnoses = [...new Set(facts.lines.flatMap((line) => line.diagnoses))].slice(0, 12);
  const place = facts.lines[0]?.place_of_service ?? '11';
  const holder = coverage.subscriber;
  const rendering: Provider | undefined =
    clinician.npi === profile.npi
      ? undefined
      : {
          entityType: '1',
          last: clinician.last_name,
          first: clinician.first_name,
          id: { qualifier: 'XX', value: clinician.npi },
          taxonomy: clinician.taxonomy,
          references: [],
          contacts: [],
        };
  return {
    billing: {
      entityType: '2',
      last: profile.legal_name,
      id: { qualifier: 'XX', value: profile.npi },
      taxonomy: profile.taxonomy,
      address: addressOf(profile),
      references: [{ qualifier: 'EI', value: profile.tax_id }],
      contacts: [],
    },
    ...(profile.pay_to && { payTo: addressOf(profile.pay_to) }),
    subscriber: subscriberOf(facts),
    payer: { name: payer.name, id: { qualifier: 'PI', value: payer.payer_id }, references: [] },
    ...(holder && { patient: patientOf(coverage.relationship, client, address) }),
    controlNumber: facts.controlNumber,
    charge: sumOf(facts.lines.map((line) => centsOf(line.cents))),
    placeOfService: place,
    frequency: facts.frequency,
    providerSignature: 'Y',
    assignment: coverage.assigned ? 'A' : 'C',
    benefitsAssigned: coverage.assigned ? 'Y' : 'N',
    release: 'Y',
    dates: [],
    references: [
      ...(facts.authorization === null ? [] : [{ qualifier: 'G1', value: facts.authorization }]),
      ...(facts.frequency === '1' || facts.payerControlNumber === null
        ? []
        : [{ qualifier: 'F8', value: facts.payerControlNumber }]),
    ],
    diagnoses: diagnoses.map((code, index) => ({
      qualifier: index === 0 ? 'ABK' : 'ABF',
      code: code.replaceAll('.', ''),
    })),
    ...(rendering && { rendering }),
    otherCoverages: [],
    lines: facts.lines.map((line) => lineOf(line, diagnoses, place)),
  };
}

function subscriberOf({ coverage, client, address, payer }: ClaimFacts): Subscriber {
  const holder = coverage.subscriber;
  const person = holder ?? { ...client, ...address };
  return {
    sequence: sequences[coverage.rank - 1] ?? 'P',
    ...(!holder && { relationship: '18' }),
    ...(coverage.group_number !== null && { group: coverage.group_number }),
    ...(coverage.group_number === null && coverage.plan_name !== null && { planName: coverage.plan_name }),
    filingIndicator: payer.filing_indicator,
    name: {
      entityType: '1',
      last: person.last_name,
      first: person.first_name,
      id: { qualifier: 'MI', value: coverage.member_id },
    },
    // of a policyholder who is not the client, address and birth date are not asked (TR3 2010BA)
    ...(!holder && { address: addressOf(person), birthDate: day8(person.birth_date), gender: person.sex }),
    references: [],
  };
}

const patientOf = (relationship: string, client: ClaimFacts['client'], address: ClaimFacts['address']): Patient => ({
  relationship,
  name: { entityType: '1', last: client.last_name, first: client.first_name },
  address: addressOf(address),
  birthDate: day8(client.birth_date),
  gender: address.sex,
  references: [],
});

const lineOf = (line: ClaimFacts['lines'][number], diagnoses: readonly string[], place: string): ServiceLine => ({
  procedure: { qualifier: 'HC', code: line.code, modifiers: line.modifiers },
  charge: centsOf(line.cents),
  unit: 'UN',
  units: String(line.units),
  ...(line.place_of_service !== place && { placeOfService: line.place_of_service }),
  pointers: line.diagnoses
    .map((code) => diagnoses.indexOf(code) + 1)
    .filter((pointer) => pointer > 0)
    .slice(0, mostPointers),
  from: day8(line.service_day),
  lineControlNumber: line.line_control,
  references: [],
  adjudications: [],
});

const addressOf = (street: Street): Address => ({
  lines: [street.street, ...(street.street2 ? [street.street2] : [])],
  city: street.city,
  state: street.region,
  zip: street.postal_code,
});

const day8 = (day: string): string => day.replaceAll('-', '');
