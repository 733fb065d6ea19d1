import type { Transaction, TransactionReader, X12Listener } from '../envelope';
import { type Fault, isNote } from '../fault';
import { kindOf } from '../kind';
import type { Segment } from '../segment';
import { type Chunks, readX12 } from '../x12-reader';
import { claimContext } from './claim-context';
import { claimNumberRules } from './claim-number-rules';
import { checkClaim } from './claim-rules';
import { checkCoordination } from './cob-rules';
import { checkDiagnoses } from './diagnosis-rules';
import { checkEnvelopeSegment, checkVersions, controlNumberRules } from './envelope-rules';
import { type Finding, findingOf, type Say } from './finding';
import { professionalClaims } from './grammar-837p';
import { hierarchyRules } from './hierarchy-rules';
import { checkLines } from './line-rules';
import type { LoopNode } from './loop-node';
import { checkBillingProvider, checkFullZip, checkPatient, checkSubscriber } from './party-rules';
import { structureReader } from './structure';

export interface CheckReport {
  readonly file: string;
  /** No finding is an error. */
  readonly accepted: boolean;
  /** In file order, errors and warnings. */
  readonly findings: readonly Finding[];
}

/** Beyond this many a file is not worth reading on; the last finding says so. */
const mostFindings = 1000;

/**
 * Scrubs an 837P (005010X222A1) before it leaves: envelopes, structure, codes, identifiers, totals, pointers, dates,
 * coordination of benefits. Stops what payers and their validators would refuse, and what several of those let
 * through (check digits, pointers, totals).
 */
export async function check(file: string, chunks: Chunks): Promise<CheckReport> {
  const findings: Finding[] = [];
  let accepted = true;
  const add = (finding: Finding): void => {
    if (finding.severity === 'error') accepted = false; // be it one that is no longer listed
    if (findings.length < mostFindings) findings.push(finding);
    if (findings.length === mostFindings) findings.push({ ...finding, rule: 'too_many_findings', message: 'and more' });
  };
  await readX12(
    chunks,
    checkListener(
      (remark) => add(findingOf(remark)),
      (fault) => add(findingOfFault(fault)),
    ),
  );
  findings.sort((a, b) => a.offset - b.offset);
  return { file, accepted, findings };
}

const findingOfFault = ({ code, segment, offset, message }: Fault): Finding => ({
  rule: code,
  severity: 'error',
  segment,
  offset,
  message,
});

function checkListener(say: Say, blame: (fault: Fault) => void): X12Listener {
  const claims = claimNumberRules(say);
  const controlNumbers = controlNumberRules(say);
  let transactions = 0;

  function transaction(transaction: Transaction, st: Segment): TransactionReader | undefined {
    transactions += 1;
    if (kindOf(transaction) !== '837P') {
      say({ rule: 'not_837p', segment: st, element: 1, message: 'this is no professional claim (837P)' });
      return undefined;
    }
    checkVersions(transaction, st, say);
    claims.begin();
    return claimsChecker(st, say, (claim) => claims.take(claim));
  }

  return {
    envelope: (segment) => {
      checkEnvelopeSegment(segment, say);
      controlNumbers(segment);
    },
    transaction,
    interchangeEnd: ({ offset }) => {
      if (transactions === 0)
        blame({ code: 'no_transaction', segment: 'ISA', offset, message: 'no transaction in the interchange' });
      transactions = 0;
    },
    fault: (fault) => {
      if (!isNote(fault)) blame(fault);
    },
  };
}

function claimsChecker(
  st: Segment,
  say: Say,
  taken: (claim: ReturnType<typeof claimContext>) => void,
): TransactionReader {
  const hierarchy = hierarchyRules(say);
  const structure = structureReader(professionalClaims, say, closed);
  let claims = 0;

  function closed(node: LoopNode): void {
    switch (node.use.id) {
      case '2010AA':
        return checkBillingProvider(node, say);
      case '2310C':
        return checkFullZip(node, say);
      case '2000B':
        return checkSubscriber(node, say);
      case '2000C':
        return checkPatient(node, say);
      case '2300':
        claims += 1;
        return checkOneClaim(node);
      default:
    }
  }

  function checkOneClaim(node: LoopNode): void {
    const context = claimContext(node);
    taken(context);
    checkClaim(context, say);
    checkDiagnoses(context, say);
    checkLines(context, say);
    checkCoordination(context, say);
  }

  structure.begin(st);
  return {
    segment: (segment) => {
      if (segment.name === 'HL') hierarchy.take(segment);
      structure.segment(segment);
    },
    end: () => {
      structure.end();
      hierarchy.end();
      if (claims === 0) say({ rule: 'claim_missing', segment: st, message: 'a transaction without a claim' });
    },
  };
}
