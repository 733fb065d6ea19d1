import type { Cents } from '../money/cents';
import { type RemittanceClaim, serviceDayOf } from '../x12/remittance';
import { type BilledLine, matchLines } from './match-lines';
import { loose } from './match-claim';
import { personName } from './person-name';
import type { ComparedField } from './remittance-codes';

/** A claim of ours as a person compares it. */
export interface ComparableClaim {
  readonly controlNumber: string;
  readonly payerControlNumber: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly memberId: string;
  readonly chargeCents: Cents;
  /** `YYYY-MM-DD` */
  readonly serviceDay: string;
  readonly lines: readonly BilledLine[];
}

/** One fact side by side: amounts in cents, days as `YYYY-MM-DD`, lines by how many there are. Null: that side does not say. */
export interface ComparedFact {
  readonly field: ComparedField;
  readonly theirs: string | number | null;
  readonly ours: string | number | null;
  /** Null where one side does not say. */
  readonly agrees: boolean | null;
}

/** What a payer says of a claim beside what we know of one: by the same looseness that matching goes by. */
export function compareClaim(said: RemittanceClaim, ours: ComparableClaim): readonly ComparedFact[] {
  const people = [said.patient, said.insured, said.corrected].filter((one) => one !== undefined);
  const members = people.flatMap(({ id }) => (id ? [id.value] : []));
  const days = said.lines.flatMap((line) => serviceDayOf(line) ?? []);
  const [day] = days;
  const text = (field: ComparedFact['field'], theirs: string | undefined, of: string | null): ComparedFact => ({
    field,
    theirs: theirs ?? null,
    ours: of,
    agrees: theirs === undefined || of === null ? null : loose(theirs) === loose(of),
  });
  return [
    {
      ...text('control_number', said.controlNumber, ours.controlNumber),
      agrees: said.controlNumber === ours.controlNumber,
    },
    text('payer_control_number', said.payerControlNumber, ours.payerControlNumber),
    {
      field: 'patient',
      theirs: said.patient ? personName(said.patient) : null,
      ours: personName({ first: ours.firstName, last: ours.lastName }),
      agrees: people.length === 0 ? null : people.some(({ last }) => loose(last) === loose(ours.lastName)),
    },
    {
      field: 'member_id',
      theirs: members[0] ?? null,
      ours: ours.memberId,
      agrees: members.length === 0 ? null : members.some((member) => loose(member) === loose(ours.memberId)),
    },
    {
      field: 'service_day',
      theirs: isoOf(day),
      ours: ours.serviceDay,
      agrees: days.length === 0 ? null : days.every((one) => isoOf(one) === ours.serviceDay),
    },
    {
      field: 'charge',
      theirs: Math.abs(said.charge),
      ours: ours.chargeCents,
      agrees: Math.abs(said.charge) === ours.chargeCents,
    },
    {
      field: 'lines',
      theirs: said.lines.length,
      ours: ours.lines.length,
      agrees: said.lines.length === 0 ? null : matchLines(said.lines, ours.lines) !== undefined,
    },
  ];
}

const isoOf = (day: string | undefined): string | null =>
  day !== undefined && /^\d{8}$/.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : null;
