import { element, type Segment } from '../segment';
import type { ClaimContext } from './claim-context';
import { loopIn, loopsIn, type LoopNode, openerOf, segmentIn } from './loop-node';

/** P before S before T before A…H; U (unknown) has no place. */
export const sequenceOrder = 'PSTABCDEFGH';

/** Another payer of the claim, and what it decided. */
export interface OtherPayer {
  readonly node: LoopNode;
  readonly sbr: Segment;
  readonly id: string;
  /** Asked before the payer that this claim goes to. */
  readonly isPrior: boolean;
  readonly paid: Segment | undefined;
  /** [2430] of all lines. */
  readonly adjudications: readonly Adjudication[];
}

export interface Adjudication {
  readonly node: LoopNode;
  readonly line: LoopNode;
}

export function otherPayers({ claim, subscriber }: ClaimContext): OtherPayer[] {
  const destination = sequenceOrder.indexOf(sequenceOf(segmentIn(subscriber, 'SBR')));
  const adjudications = loopsIn(claim, '2400').flatMap((line) => loopsIn(line, '2430').map((node) => ({ node, line })));
  return loopsIn(claim, '2320').map((node) => {
    const sbr = openerOf(node);
    const payer = loopIn(node, '2330B');
    const id = payer ? element(openerOf(payer), 9) : '';
    const place = sequenceOrder.indexOf(sequenceOf(sbr));
    return {
      node,
      sbr,
      id,
      isPrior: place >= 0 && place < destination,
      paid: segmentIn(node, 'AMT', 'D'),
      adjudications: adjudications.filter((one) => element(openerOf(one.node), 1) === id),
    };
  });
}

export const sequenceOf = (sbr: Segment | undefined): string => (sbr ? element(sbr, 1) || '?' : '?');

export const isAdjudicated = ({ node, paid, adjudications }: OtherPayer): boolean =>
  paid !== undefined ||
  adjudications.length > 0 ||
  segmentIn(node, 'CAS') !== undefined ||
  segmentIn(loopIn(node, '2330B'), 'DTP', '573') !== undefined;
