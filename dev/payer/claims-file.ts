import { check } from '../../domain/x12/check/check';
import type { Finding } from '../../domain/x12/check/finding';
import type { ClaimsHeader, ProfessionalClaim } from '../../domain/x12/claim';
import type { FunctionalGroup, Interchange, Transaction } from '../../domain/x12/envelope';
import type { Fault } from '../../domain/x12/fault';
import { typedListener } from '../../domain/x12/read-x12';
import { readX12 } from '../../domain/x12/x12-reader';

/** A segment that is wrong, by its place in its transaction, ST being 1. */
export interface Misplaced {
  readonly segment: string;
  readonly position: number;
  /** Number of the element in the segment; undefined where the segment itself is wrong or missing. */
  readonly element?: number | undefined;
}

export interface SentClaim {
  readonly claim: ProfessionalClaim;
  /** Place of its CLM in the transaction. */
  readonly position: number;
}

/** One transaction with its claims. */
export interface ClaimSet {
  readonly transaction: Transaction;
  readonly header: ClaimsHeader | undefined;
  readonly claims: readonly SentClaim[];
  readonly wrong: readonly Misplaced[];
}

export interface ClaimsInterchange {
  readonly interchange: Interchange;
  readonly groups: readonly { readonly group: FunctionalGroup; readonly sets: readonly ClaimSet[] }[];
  /** What is wrong with its envelope. */
  readonly fault: Fault['code'] | undefined;
}

interface Reading {
  readonly transaction: Transaction;
  header?: ClaimsHeader;
  readonly claims: { claim: ProfessionalClaim; offset: number }[];
  /** Offset of each segment, in order; ST is the first. */
  readonly offsets: number[];
}

const ofEnvelope: ReadonlySet<Fault['code']> = new Set(['missing_iea', 'iea_count', 'iea_control', 'truncated']);

/** Reads a file of claims (837P) as Kept reads them itself, with what `check` finds wrong. Not X12: nothing. */
export async function readClaimsFile(bytes: Uint8Array): Promise<readonly ClaimsInterchange[]> {
  const { findings } = await check('', [bytes]);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const read: { interchange: Interchange; sets: Reading[]; faults: readonly Fault[] }[] = [];
  let current: Reading | undefined;
  const typed = typedListener((event) => {
    if (event.kind === 'claims' && current) current.header = event.header;
    if (event.kind === 'claim') current?.claims.push({ claim: event.claim, offset: event.offset });
  });
  await readX12([bytes], {
    interchange: (interchange) => read.push({ interchange, sets: [], faults: [] }),
    transaction: (transaction, st) => {
      const set: Reading = { transaction, claims: [], offsets: [st.offset] };
      current = set;
      read.at(-1)?.sets.push(set);
      const reader = typed.transaction(transaction, st);
      return {
        segment: (segment) => {
          set.offsets.push(segment.offset);
          reader?.segment(segment);
        },
        end: (complete, at) => reader?.end(complete, at),
      };
    },
    interchangeEnd: (_, faults) => {
      const last = read.at(-1);
      if (last) last.faults = faults;
    },
  });
  return read.map(({ interchange, sets, faults }) => ({
    interchange,
    fault: faults.find(({ code }) => ofEnvelope.has(code))?.code,
    groups: [...Map.groupBy(sets, ({ transaction }) => transaction.group)].flatMap(([group, ofGroup]) =>
      group ? [{ group, sets: ofGroup.map((set) => setOf(set, errors)) }] : [],
    ),
  }));
}

function setOf({ transaction, header, claims, offsets }: Reading, errors: readonly Finding[]): ClaimSet {
  const [first = 0, last = 0] = [offsets[0], offsets.at(-1)];
  const place = (offset: number): number => offsets.findLastIndex((one) => one <= offset) + 1;
  return {
    transaction,
    header,
    claims: claims.map(({ claim, offset }) => ({ claim, position: place(offset) })),
    wrong: errors
      .filter(({ offset }) => offset >= first && offset <= last)
      .map(({ segment, offset, element }) => ({ segment, position: place(offset), element: elementNumber(element) })),
  };
}

/** `SV101-3` is element 1. */
const elementNumber = (name: string | undefined): number | undefined => {
  const [, number] = /(\d\d)(?:-\d+)?$/.exec(name ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
};
