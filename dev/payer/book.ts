import { type Cents, centsOf, negated, noCents, sumOf } from '../../domain/money/cents';
import type { ProfessionalClaim } from '../../domain/x12/claim';
import type { Adjustment, Content } from '../../domain/x12/parts';
import type { RemittanceClaim, RemittanceLine } from '../../domain/x12/remittance';
import { adjustments, denial } from './rules';

export type PaidClaim = Content<RemittanceClaim>;

/** What this payer has decided so far: all of it follows from the files that came, in their order. */
export interface Book {
  /** Whether a number that a correction names is one of ours. */
  knows(original: string | undefined): boolean;
  /** What a remittance says of this claim: for a correction what it takes back, then what it decides; for a void the first alone. */
  decide(sender: string, claim: ProfessionalClaim, payerControlNumber: string): readonly PaidClaim[];
  /** Enters what is to be paid to a payee. Below zero it waits for later payments. */
  settle(payee: string, due: Cents): { readonly owedBefore: Cents; readonly owed: Cents };
}

interface Entry {
  readonly said: PaidClaim;
  /** The number that it was replaced under; `''` where it was taken back. */
  replacedBy?: string;
}

export function emptyBook(): Book {
  const entries = new Map<string, Entry>();
  const latest = new Map<string, string>();
  const owing = new Map<string, Cents>();

  return {
    knows: (original) => original !== undefined && entries.has(original),
    decide(sender, claim, number) {
      const key = `${sender}/${claim.controlNumber}`;
      const original = claim.frequency === '1' ? undefined : originalOf(claim);
      const standing = original === undefined ? undefined : stands(original);
      const reversal = standing && reversalOf(standing.said);
      if (standing) standing.replacedBy = claim.frequency === '8' ? '' : number;
      if (claim.frequency === '8') {
        latest.delete(key);
        return reversal ? [reversal] : [];
      }
      const said = paid(claim, number, original, claim.frequency === '1' && latest.has(key));
      if (!latest.has(key) || original !== undefined) {
        entries.set(number, { said });
        latest.set(key, number);
      }
      return reversal ? [reversal, said] : [said];
    },
    settle(payee, due) {
      const owedBefore = owing.get(payee) ?? noCents;
      const owed = centsOf(Math.max(0, owedBefore - due));
      owing.set(payee, owed);
      return { owedBefore, owed };
    },
  };

  /** What stands of a claim today, by any number that it ever had. */
  function stands(number: string): Entry | undefined {
    const entry = entries.get(number);
    if (entry?.replacedBy === undefined) return entry;
    return entry.replacedBy === '' ? undefined : stands(entry.replacedBy);
  }
}

/** REF F8: the payer's number of the claim that this one replaces or voids. */
export const originalOf = (claim: ProfessionalClaim): string | undefined =>
  claim.references.find(({ qualifier }) => qualifier === 'F8')?.value;

const nothing = { references: [], quantities: [], amounts: [], remarks: [] } as const;

function paid(claim: ProfessionalClaim, number: string, original: string | undefined, cameBefore: boolean): PaidClaim {
  const refused = denial(claim, cameBefore);
  const lines = claim.lines.map((line): Content<RemittanceLine> => {
    const taken: readonly Adjustment[] = refused ? [{ ...refused, amount: line.charge }] : adjustments(claim, line);
    return {
      ...nothing,
      procedure: line.procedure,
      charge: line.charge,
      paid: centsOf(line.charge - sumOf(taken.map(({ amount }) => amount))),
      units: line.units,
      dates: [{ qualifier: '472', date: line.from }],
      adjustments: taken,
      lineControlNumber: line.lineControlNumber,
    };
  });
  const owed = lines.flatMap(({ adjustments }) => adjustments).filter(({ group }) => group === 'PR');
  const days = claim.lines.flatMap(({ from, to }) => [from, to ?? from]).toSorted();
  const patient = claim.patient?.name ?? claim.subscriber.name;
  return {
    ...nothing,
    block: '1',
    controlNumber: claim.controlNumber,
    status: refused ? '4' : (statuses[claim.subscriber.sequence] ?? '1'),
    charge: claim.charge,
    paid: sumOf(lines.map(({ paid }) => paid)),
    patientResponsibility: sumOf(owed.map(({ amount }) => amount)),
    filingIndicator: claim.subscriber.filingIndicator ?? 'CI',
    payerControlNumber: number,
    placeOfService: claim.placeOfService,
    frequency: claim.frequency,
    adjustments: [],
    patient: { ...patient, id: patient.id ?? claim.subscriber.name.id },
    ...(claim.patient && { insured: claim.subscriber.name }),
    rendering: claim.rendering && { ...claim.rendering },
    references: original === undefined ? [] : [{ qualifier: 'F8', value: original }],
    dates: [
      { qualifier: '232', date: days[0] ?? '' },
      { qualifier: '233', date: days.at(-1) ?? '' },
    ],
    contacts: [],
    lines,
  };
}

/** SBR01 as CLP02 answers it. */
const statuses: Readonly<Record<string, string>> = { P: '1', S: '2', T: '3' };

/** The same with other signs: what a payer takes back. */
const reversalOf = (said: PaidClaim): PaidClaim => ({
  ...said,
  status: '22',
  charge: negated(said.charge),
  paid: negated(said.paid),
  patientResponsibility: noCents,
  references: [],
  lines: said.lines.map((line) => ({
    ...line,
    charge: negated(line.charge),
    paid: negated(line.paid),
    adjustments: line.adjustments.map((one) => ({ ...one, amount: negated(one.amount) })),
  })),
});
