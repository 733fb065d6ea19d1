import { component, type Segment } from '../segment';
import type { LoopUse } from './grammar';

/** A loop as it was found in a file. */
export interface LoopNode {
  readonly use: LoopUse;
  readonly segments: readonly Segment[];
  readonly loops: readonly LoopNode[];
  readonly parent: LoopNode | undefined;
}

/** The first segment of that name, with one of these qualifiers in its first element if any are named. */
export const segmentIn = (node: LoopNode | undefined, name: string, ...qualifiers: string[]): Segment | undefined =>
  segmentsIn(node, name, ...qualifiers)[0];

export const segmentsIn = (node: LoopNode | undefined, name: string, ...qualifiers: string[]): readonly Segment[] =>
  (node?.segments ?? []).filter(
    (one) => one.name === name && (qualifiers.length === 0 || qualifiers.includes(component(one, 1, 1))),
  );

export const loopIn = (node: LoopNode | undefined, id: string): LoopNode | undefined => loopsIn(node, id)[0];

export const loopsIn = (node: LoopNode | undefined, ...ids: string[]): readonly LoopNode[] =>
  (node?.loops ?? []).filter((one) => ids.includes(one.use.id));

/** The segment that opened the loop. */
export function openerOf(node: LoopNode): Segment {
  const opener = node.segments[0];
  if (!opener) throw new RangeError(`loop ${node.use.id} holds no segment`);
  return opener;
}

/** The node and all below it, in file order. */
export function* within(node: LoopNode): Generator<LoopNode> {
  yield node;
  for (const one of node.loops) yield* within(one);
}
