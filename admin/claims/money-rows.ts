import type { ClaimDetailView } from '../../api/claims/claim.contract';

type Money = ClaimDetailView['money'];
type Reasons = Money['lines'][number]['reasons'];

/** Why cents of a line are where they are: in which place, by which codes. */
export interface Because {
  readonly of: 'denial' | 'contractual' | 'client' | 'write_off' | 'undecided' | 'over';
  readonly reasons: readonly string[];
}

/** A line of the claim, or what was said of the claim and of none of its lines. */
export interface MoneyRow {
  readonly id: string;
  readonly code: string | undefined;
  readonly modifiers: readonly string[];
  readonly minutes: number | null;
  readonly charge: number;
  readonly paid: number;
  readonly contractual: number;
  readonly client: number;
  readonly writtenOff: number;
  /** Undecided, or denied and in dispute. */
  readonly inDoubt: number;
  readonly why: readonly Because[];
}

/** The lines in their order; charge = paid + contract + client + written off + in doubt, in each and in all. */
export function moneyRows({ lines, beside }: Money): readonly MoneyRow[] {
  const rows = lines.map((line) => ({
    ...line,
    id: line.lineControl,
    code: line.code,
    inDoubt: line.open + line.denied,
    why: whyOf(line.reasons, line.open),
  }));
  if (!beside) return rows;
  const rest = { id: 'beside', code: undefined, modifiers: [], minutes: null };
  return [
    ...rows,
    { ...beside, ...rest, inDoubt: beside.open + beside.denied, why: whyOf(beside.reasons, beside.open) },
  ];
}

/** A column for it only where something was written off. */
export const showsWrittenOff = ({ whole, lines }: Money): boolean =>
  [whole, ...lines].some(({ writtenOff }) => writtenOff !== 0);

const places = ['denial', 'contractual', 'client', 'write_off'] as const;

function whyOf(reasons: Reasons, open: number): readonly Because[] {
  const told = places.flatMap((of): Because[] => {
    const own = reasons.filter(({ account }) => account === of);
    // what was given up was given up by us: there is no code for it
    return own.length === 0 ? [] : [{ of, reasons: of === 'write_off' ? [] : own.map(({ reason }) => reason) }];
  });
  if (open === 0) return told;
  return [...told, { of: open > 0 ? 'undecided' : 'over', reasons: [] }];
}
