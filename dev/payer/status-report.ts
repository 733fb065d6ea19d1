import { type Cents, sumOf } from '../../domain/money/cents';
import type { ProfessionalClaim } from '../../domain/x12/claim';
import type { ClaimStatus, StatusCode, StatusLevel, StatusTrace } from '../../domain/x12/claim-status';
import type { NamedEntity } from '../../domain/x12/parts';
import type { StatusReportContent } from '../../domain/x12/write-277ca';

/** A claim and what is said of it. */
export interface Told {
  readonly claim: ProfessionalClaim;
  /** BHT03 of the batch that it came in. */
  readonly batch: string;
  readonly submitter: NamedEntity | undefined;
  readonly status: StatusCode;
  readonly isRefused: boolean;
  /** The payer's number, where it has one. */
  readonly number?: string;
}

const nothing = { references: [], dates: [], quantities: [], amounts: [], lines: [], statuses: [] } as const;

/** What a 277CA says of claims: source, submitter, billing provider, then each claim. */
export function statusReport(call: {
  readonly source: string;
  readonly claims: readonly Told[];
  readonly day: string;
  readonly reference: string;
}): StatusReportContent {
  const { source, claims, day, reference } = call;
  const levels: StatusLevel[] = [];
  const open = (level: string, parent: string | undefined, name: NamedEntity, trace: StatusTrace): string => {
    const id = String(levels.length + 1);
    levels.push({ id, parent, level, name, traces: [trace] });
    return id;
  };
  const received = [{ qualifier: '050', date: day }];
  const payer = open('20', undefined, named(source, 'PI', 'SIMULATED'), {
    ...nothing,
    type: '1',
    number: reference,
    dates: [...received, { qualifier: '009', date: day }],
  });
  const byBatch = Map.groupBy(claims, ({ batch }) => batch);
  for (const [batch, ofBatch] of byBatch) {
    const submitter = ofBatch[0]?.submitter ?? named('SUBMITTER', '46', 'UNKNOWN');
    const receiver = open('21', payer, submitter, { ...nothing, type: '2', number: batch, ...totals(ofBatch, day) });
    for (const [npi, ofProvider] of Map.groupBy(ofBatch, ({ claim }) => claim.billing.id?.value ?? '')) {
      const billing = ofProvider[0]?.claim.billing ?? named('', 'XX', npi);
      const { entityType, last, first, id } = billing;
      const provider = open('19', receiver, { entityType, last, first, id }, { ...nothing, type: '1', number: '0' });
      for (const one of ofProvider) {
        const { name } = one.claim.patient ?? one.claim.subscriber;
        open('PT', provider, { ...name, id: name.id ?? one.claim.subscriber.name.id }, traceOf(one, day));
      }
    }
  }
  return { reference, levels };
}

const named = (last: string, qualifier: string, value: string): NamedEntity => ({
  entityType: '2',
  last,
  id: { qualifier, value },
});

const traceOf = ({ claim, status, isRefused, number }: Told, day: string): StatusTrace => ({
  ...nothing,
  type: '2',
  number: claim.controlNumber,
  statuses: [said(status, isRefused, claim.charge, day)],
  payerControlNumber: number,
  dates: [{ qualifier: '472', date: claim.lines[0]?.from ?? day }],
});

/** How many and how much was accepted and refused: QTY 90 and AA, AMT YU and YY. */
function totals(claims: readonly Told[], day: string): Pick<StatusTrace, 'statuses' | 'quantities' | 'amounts'> {
  const sum = (some: readonly Told[]): Cents => sumOf(some.map(({ claim }) => claim.charge));
  const [refused, accepted] = [claims.filter((one) => one.isRefused), claims.filter((one) => !one.isRefused)];
  const parts = [
    { some: accepted, count: '90', amount: 'YU' },
    { some: refused, count: 'AA', amount: 'YY' },
  ].filter(({ some }) => some.length > 0);
  return {
    statuses: [said({ category: 'A1', status: '19', entity: 'PR' }, false, sum(claims), day)],
    quantities: parts.map(({ some, count }) => ({ qualifier: count, value: String(some.length) })),
    amounts: parts.map(({ some, amount }) => ({ qualifier: amount, amount: sum(some) })),
  };
}

const said = (code: StatusCode, isRefused: boolean, charge: Cents, day: string): ClaimStatus => ({
  codes: [code],
  date: day,
  action: isRefused ? 'U' : 'WQ',
  charge,
});
