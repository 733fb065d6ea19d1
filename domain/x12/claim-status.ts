import type { Cents } from '../money/cents';
import type { AmountOf, DateOf, Identifier, NamedEntity, Procedure } from './parts';

/** A 277CA (005010X214), and as far as they agree a 277 answer or a 276 question (005010X212). */
export interface ClaimStatusReport {
  readonly control: string;
  readonly version: string;
  /** BHT03 and BHT04. */
  readonly reference: string;
  readonly date: string;
  /** HL each, in file order. */
  readonly levels: readonly StatusLevel[];
}

/** HL: 20 payer, 21 receiver of the report, 19 provider, 22 or PT client, 23 dependent. */
export interface StatusLevel {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly level: string;
  /** Byte of the file at which it begins. A writer does not look at it. */
  readonly offset?: number | undefined;
  /** The NM1 of the level. */
  readonly name?: NamedEntity | undefined;
  /** TRN each, with what is said about it. */
  readonly traces: readonly StatusTrace[];
}

/** TRN and what follows it: about the file (level 20), a batch (21), a provider (19), or one claim (22, PT, 23). */
export interface StatusTrace {
  readonly type: string;
  /** TRN02. In a claim of a 277CA this is our control number, CLM01. */
  readonly number: string;
  readonly statuses: readonly ClaimStatus[];
  /** REF 1K: the payer's number of the claim. */
  readonly payerControlNumber?: string | undefined;
  /** REF D9: the clearinghouse's. */
  readonly clearinghouseNumber?: string | undefined;
  /** REF EJ: our control number in a 277. */
  readonly patientControlNumber?: string | undefined;
  /** The other REFs. */
  readonly references: readonly Identifier[];
  readonly dates: readonly DateOf[];
  readonly quantities: readonly Identifier[];
  readonly amounts: readonly AmountOf[];
  readonly lines: readonly StatusLine[];
}

/** STC. */
export interface ClaimStatus {
  /** STC01, STC10, STC11. */
  readonly codes: readonly StatusCode[];
  readonly date?: string | undefined;
  /** STC03: WQ accepted, U rejected. */
  readonly action?: string | undefined;
  readonly charge?: Cents | undefined;
  readonly paid?: Cents | undefined;
  /** STC12. */
  readonly message?: string | undefined;
}

export interface StatusCode {
  /** A1 received, A2 accepted, A3 A6 A7 A8 rejected, F finalized, P pending… */
  readonly category: string;
  readonly status: string;
  readonly entity?: string | undefined;
  /** As written, with the separators of the file. A writer does not look at it. */
  readonly text?: string | undefined;
}

/** SVC: status of one line. */
export interface StatusLine {
  readonly procedure: Procedure;
  readonly charge: Cents;
  readonly statuses: readonly ClaimStatus[];
  /** REF FJ. */
  readonly lineControlNumber?: string | undefined;
  readonly dates: readonly DateOf[];
}

/** One claim of a report, with the provider and the batch that it was sent for. */
export interface ClaimOutcome {
  readonly patient?: NamedEntity | undefined;
  readonly provider?: NamedEntity | undefined;
  /** BHT03 of the batch: TRN02 of its level. */
  readonly batch?: string | undefined;
  /** Byte of the file at which its level begins. */
  readonly offset?: number | undefined;
  readonly trace: StatusTrace;
}

const clientLevels: ReadonlySet<string> = new Set(['22', '23', 'PT']);

/** The claims of a report: every trace at the level of a client. A parent that is not there is no reason to lose one. */
export function claimOutcomes(report: ClaimStatusReport): ClaimOutcome[] {
  const byId = new Map(report.levels.map((level) => [level.id, level]));
  const above = (level: StatusLevel, wanted: string): StatusLevel | undefined => {
    const seen = new Set<StatusLevel>();
    for (let up: StatusLevel | undefined = level; up && !seen.has(up); up = byId.get(up.parent ?? '')) {
      if (up.level === wanted) return up;
      seen.add(up);
    }
    return undefined;
  };
  return report.levels
    .filter((level) => clientLevels.has(level.level))
    .flatMap((level) =>
      level.traces.map((trace) => ({
        patient: level.name,
        provider: above(level, '19')?.name,
        batch: above(level, '21')?.traces[0]?.number,
        offset: level.offset,
        trace,
      })),
    );
}
