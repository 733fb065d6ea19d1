import { type Cents, centsFromDecimal } from '../../money/cents';
import { element, type Segment } from '../segment';
import { isDate } from './dates';
import { loopIn, type LoopNode, openerOf, segmentIn } from './loop-node';

/** A claim with the loops it hangs on. */
export interface ClaimContext {
  readonly claim: LoopNode;
  readonly clm: Segment;
  readonly patient: LoopNode | undefined;
  readonly subscriber: LoopNode | undefined;
  readonly billing: LoopNode | undefined;
  /** BHT04: the day on which the file was made. */
  readonly createdOn: string;
}

export function claimContext(claim: LoopNode): ClaimContext {
  const above = (id: string): LoopNode | undefined => {
    let node = claim.parent;
    while (node && node.use.id !== id) node = node.parent;
    return node;
  };
  const bht = segmentIn(above('837P'), 'BHT');
  return {
    claim,
    clm: openerOf(claim),
    patient: above('2000C'),
    subscriber: above('2000B'),
    billing: above('2000A'),
    createdOn: bht ? element(bht, 4) : '',
  };
}

/** DMG of the client: in [2010CA] if there is one, else in [2010BA]. */
export function birthDateOf({ patient, subscriber }: ClaimContext): string | undefined {
  const person = patient ? loopIn(patient, '2010CA') : loopIn(subscriber, '2010BA');
  const dmg = segmentIn(person, 'DMG');
  return dmg && isDate(element(dmg, 2)) ? element(dmg, 2) : undefined;
}

/** An amount, undefined where it is none: the grammar has said so. */
export const centsAt = (segment: Segment | undefined, n: number): Cents | undefined =>
  segment && centsFromDecimal(element(segment, n));

/** All CAS amounts of a loop, cents. */
export function adjustedIn(node: LoopNode): number {
  let sum = 0;
  for (const segment of node.segments)
    if (segment.name === 'CAS') for (const n of [3, 6, 9, 12, 15, 18]) sum += centsAt(segment, n) ?? 0;
  return sum;
}
