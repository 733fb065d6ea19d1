import { type Instant, addHours, later } from '../time/instant';
import { type Day, type Zone, addDays, dayAt, dayRange, lastMinuteOf } from '../time/wall-time';
import type { ClaimState } from './claim-state';

/** Work that a clock of a claim brings when it has run out. Words: messages/<language>/work.ts. */
export const claimClockCauses = [
  'claim_unacknowledged',
  'claim_unreceived',
  'claim_unanswered',
  'appeal_unanswered',
  'claim_filing_due',
  'claim_correction_due',
  'claim_appeal_due',
  'claim_rest',
] as const;
export type ClaimClockCause = (typeof claimClockCauses)[number];

/** What a payer's contract says, in days. */
export interface ClaimTerms {
  readonly filingDays: number;
  readonly correctionDays: number;
  readonly appealDays: number;
  readonly adjudicationDays: number;
}

/** Everything that decides what happens next with a claim. */
export interface ClaimFacts {
  readonly state: ClaimState;
  readonly versionNo: number;
  /** What the version that stands is to the payer: the first (1), a replacement (7), a void (8). */
  readonly frequency: '1' | '7' | '8';
  /** Whether the payer has a version of it in its books. */
  readonly isTakenIn: boolean;
  /** Since when nobody has it: made, blocked, or rejected. */
  readonly backSince: Instant;
  /** When the version that stands left, and what was heard of it. */
  readonly sentAt: Instant | null;
  readonly isFormatHeard: boolean;
  readonly isReceiptHeard: boolean;
  /** Since when the payer owes its decision: it took the version in, or took its decision back. */
  readonly takenAt: Instant | null;
  /** The payer's decision that stands, with the day of its payment. */
  readonly decided: { readonly at: Instant; readonly day: Day } | null;
  /** When a person appealed against it. */
  readonly appealedAt: Instant | null;
  /** Whether the books have every cent of it in its place: nothing is in dispute, nothing is open. */
  readonly isBalanced: boolean;
  readonly serviceDay: Day;
  readonly terms: ClaimTerms;
  /** The practice's. */
  readonly zone: Zone;
  /** When each cause last became work. */
  readonly told: Partial<Readonly<Record<ClaimClockCause, Instant>>>;
  readonly now: Instant;
}

/** Something that should happen by then, else it is work. */
export interface ClaimClock {
  readonly step: string;
  readonly cause: ClaimClockCause;
  /** When it began to run: work of an earlier time is not about it. */
  readonly since: Instant;
  readonly due: Instant;
  /** Until when a person can still do something about it. */
  readonly deadline: Instant | null;
  /** The days of the payer's terms that it was counted by. */
  readonly days: number | null;
}

/** TR3 of 999 and 277CA name no times; clearinghouses promise these (`docs/workflows/claim.md`). */
const formatHours = 1;
const receiptHours = 48;
/** The rest of a decision may come with another payment of the same day. */
const restHours = 24;
/** Deadlines are told so many days before. */
const warningDays = 14;

export interface Deadlines {
  readonly filing: Instant;
  readonly correction: Instant | null;
  readonly appeal: Instant | null;
}

/** The last minute on which a first claim, a correction, an appeal is in time, by the practice's calendar. */
export function deadlinesOf({ serviceDay, decided, terms, zone }: ClaimFacts): Deadlines {
  const after = (day: Day, days: number): Instant => lastMinuteOf(addDays(day, days), zone);
  return {
    filing: after(serviceDay, terms.filingDays),
    correction: decided && after(decided.day, terms.correctionDays),
    appeal: decided && after(decided.day, terms.appealDays),
  };
}

/** The clocks that run, in no order. A clock is gone when what it waits for has come. */
export function runningClocks(facts: ClaimFacts): readonly ClaimClock[] {
  switch (facts.state) {
    case 'ready':
    case 'blocked':
    case 'rejected':
      return facts.isTakenIn ? againClocks(facts) : [filing(facts)];
    case 'submitted':
      return [...answerClocks(facts), ...(facts.isTakenIn ? [] : [filing(facts)])];
    case 'accepted':
      return answerClocks(facts);
    case 'adjudicated':
    case 'denied':
      return decidedClocks(facts);
    case 'void':
    case 'closed':
      return [];
  }
}

function filing(facts: ClaimFacts): ClaimClock {
  const counted = { since: facts.backSince, deadline: deadlinesOf(facts).filing, days: facts.terms.filingDays };
  return warning('warn_filing', 'claim_filing_due', counted, facts.zone);
}

function warning(
  step: string,
  cause: ClaimClockCause,
  counted: { readonly since: Instant; readonly deadline: Instant; readonly days: number },
  zone: Zone,
): ClaimClock {
  const { from: due } = dayRange(addDays(dayAt(counted.deadline, zone), -warningDays), zone);
  return { step, cause, due, ...counted };
}

/** What goes to the payer again must be there in time; a void has no time. */
function againClocks(facts: ClaimFacts): readonly ClaimClock[] {
  const { correction } = deadlinesOf(facts);
  if (facts.frequency === '8' || !facts.decided || correction === null) return [];
  const counted = { since: facts.decided.at, deadline: correction, days: facts.terms.correctionDays };
  return [warning('warn_correction', 'claim_correction_due', counted, facts.zone)];
}

function answerClocks(facts: ClaimFacts): readonly ClaimClock[] {
  const { sentAt, takenAt, terms, zone, isTakenIn } = facts;
  if (sentAt === null) return [];
  const deadline = isTakenIn ? null : deadlinesOf(facts).filing;
  const since = takenAt === null ? sentAt : later(sentAt, takenAt);
  const clocks: ClaimClock[] = [
    {
      step: 'ask_decision',
      cause: 'claim_unanswered',
      since,
      due: lastMinuteOf(addDays(dayAt(since, zone), terms.adjudicationDays), zone),
      deadline,
      days: terms.adjudicationDays,
    },
  ];
  const ask = (step: string, cause: ClaimClockCause, hours: number): void => {
    clocks.push({ step, cause, since: sentAt, due: addHours(sentAt, hours), deadline, days: null });
  };
  if (!facts.isFormatHeard) ask('ask_format', 'claim_unacknowledged', formatHours);
  if (!facts.isReceiptHeard) ask('ask_receipt', 'claim_unreceived', receiptHours);
  return clocks;
}

/** Settled: none. Appealed: the payer owes an answer. Else a person decides: correct, appeal, give up. */
function decidedClocks(facts: ClaimFacts): readonly ClaimClock[] {
  const { decided, appealedAt, isBalanced, terms, zone } = facts;
  if (appealedAt !== null)
    return [
      {
        step: 'ask_appeal',
        cause: 'appeal_unanswered',
        since: appealedAt,
        due: lastMinuteOf(addDays(dayAt(appealedAt, zone), terms.adjudicationDays), zone),
        deadline: null,
        days: terms.adjudicationDays,
      },
    ];
  const { correction, appeal } = deadlinesOf(facts);
  if (isBalanced || !decided || correction === null || appeal === null) return [];
  const { at } = decided;
  // a denial is work by itself, with these deadlines
  const look: ClaimClock = {
    step: 'look_at_rest',
    cause: 'claim_rest',
    since: at,
    due: addHours(at, restHours),
    deadline: appeal,
    days: null,
  };
  const corrected = { since: at, deadline: correction, days: terms.correctionDays };
  const appealed = { since: at, deadline: appeal, days: terms.appealDays };
  return [
    ...(facts.state === 'denied' ? [] : [look]),
    warning('warn_correction', 'claim_correction_due', corrected, zone),
    warning('warn_appeal', 'claim_appeal_due', appealed, zone),
  ];
}
