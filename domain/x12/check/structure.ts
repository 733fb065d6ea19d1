import { component, element, type Segment } from '../segment';
import { checkElements } from './element-rules';
import type { Say } from './finding';
import type { LoopUse, SegmentUse } from './grammar';
import type { LoopNode } from './loop-node';
import { checkSegment } from './segment-rules';

/** Receives each loop when its last segment has been read, inner loops before outer ones. */
export type LoopClosed = (node: LoopNode) => void;

/** Nothing is asked of these once they are closed: a transaction of any size is held one subscriber at a time. */
const finished: ReadonlySet<string> = new Set(['2000A', '2000B']);

interface Frame {
  readonly node: LoopNode & { readonly segments: Segment[]; loops: LoopNode[] };
  /** How often each use of a segment and each loop has been met. */
  readonly met: Map<SegmentUse | LoopUse, number>;
  /** Segments and loops come in order: what lies before these is past. */
  segmentAt: number;
  loopPosition: number;
}

/** Where a segment may stand. */
interface Place {
  readonly depth: number;
  readonly use: SegmentUse;
  readonly at: number;
  /** Set where the segment opens this loop in the loop at `depth`. */
  readonly opens?: LoopUse;
}

/**
 * Follows one transaction through its grammar: from the innermost open loop outwards, the first place that takes the
 * segment has it. A segment that fits nowhere is put where it would fit if order did not count, and said to be wrong.
 */
export function structureReader(root: LoopUse, say: Say, closed: LoopClosed) {
  const frames: Frame[] = [];
  let last: Segment | undefined;

  function begin(st: Segment): void {
    frames.push(frameOf(root, undefined));
    last = st;
    frames[0]?.node.segments.push(st);
  }

  function segment(segment: Segment): void {
    last = segment;
    const place = placeOf(segment, true) ?? misplaced(segment);
    if (place) take(segment, place);
  }

  function take(segment: Segment, place: Place): void {
    while (frames.length > place.depth + 1) close();
    const frame = frames[place.depth];
    if (!frame) return;
    const target = place.opens ? open(frame, place.opens) : frame;
    target.node.segments.push(segment);
    target.segmentAt = Math.max(target.segmentAt, place.at);
    count(target, place.use, segment);
    checkElements(segment, place.use, target.node.use.id, say);
    checkSegment(segment, target.node.use.id, say);
  }

  function open(frame: Frame, loop: LoopUse): Frame {
    frame.loopPosition = Math.max(frame.loopPosition, loop.position);
    const opened = frameOf(loop, frame.node);
    frames.push(opened);
    frame.met.set(loop, (frame.met.get(loop) ?? 0) + 1);
    frame.node.loops.push(opened.node);
    return opened;
  }

  function count(frame: Frame, use: SegmentUse, segment: Segment): void {
    const times = (frame.met.get(use) ?? 0) + 1;
    frame.met.set(use, times);
    if (times <= use.max) return;
    const loop = frame.node.use.id;
    const message = `loop ${loop} takes ${nameOf(use)} ${use.max === 1 ? 'once' : `${use.max} times`}`;
    say({ rule: 'segment_repeated', segment, loop, message });
  }

  /** The first place from the innermost loop outwards. `ordered`: only what is not past. */
  function placeOf(segment: Segment, ordered: boolean): Place | undefined {
    for (let depth = frames.length - 1; depth >= 0; depth -= 1) {
      const frame = frames[depth];
      const place = frame && (ownPlace(frame, depth, segment, ordered) ?? loopPlace(frame, depth, segment, ordered));
      if (place) return place;
    }
    return undefined;
  }

  function ownPlace(frame: Frame, depth: number, segment: Segment, ordered: boolean): Place | undefined {
    if (ordered && frame.loopPosition > 0) return undefined; // its own segments are past once a loop within has begun
    const { segments } = frame.node.use;
    const first = depth === 0 ? 0 : 1; // the segment that opened a loop opens the next one
    const at = segments.findIndex(
      (use, at) =>
        at >= first &&
        takes(use, segment) &&
        (!ordered || at >= frame.segmentAt || use.name === segments[frame.segmentAt]?.name),
    );
    const use = segments[at];
    return use && { depth, use, at };
  }

  function loopPlace(frame: Frame, depth: number, segment: Segment, ordered: boolean): Place | undefined {
    const opens = frame.node.use.loops.find(
      (loop) =>
        loop.segments[0] !== undefined &&
        takes(loop.segments[0], segment) &&
        (!ordered || loop.position >= frame.loopPosition) &&
        (!ordered || (frame.met.get(loop) ?? 0) < loop.max),
    );
    const use = opens?.segments[0];
    return opens && use && { depth, use, at: 0, opens };
  }

  /** Says why a segment fits nowhere, and where it goes all the same. */
  function misplaced(segment: Segment): Place | undefined {
    const loop = frames.at(-1)?.node.use.id ?? root.id;
    const place = placeOf(segment, false);
    if (!place) {
      const known = frames.some((frame) => frame.node.use.segments.some((use) => use.name === segment.name));
      const rule = known ? 'segment_qualifier' : 'segment_unexpected';
      say({ rule, segment, loop, message: `${described(segment)} has no place in or after loop ${loop}` });
      return undefined;
    }
    const frame = frames[place.depth];
    if (place.opens && frame && (frame.met.get(place.opens) ?? 0) >= place.opens.max)
      say({
        rule: 'loop_repeated',
        segment,
        loop: place.opens.id,
        message: `loop ${place.opens.id} may come ${place.opens.max === 1 ? 'once' : `${place.opens.max} times`} at this place`,
      });
    else
      say({
        rule: 'segment_order',
        segment,
        loop: place.opens?.id ?? frame?.node.use.id ?? loop,
        message: `${described(segment)} stands too late: it belongs before what comes ahead of it`,
      });
    return place;
  }

  function close(): void {
    const frame = frames.pop();
    if (!frame) return;
    reportMissing(frame);
    closed(frame.node);
    if (finished.has(frame.node.use.id)) frames.at(-1)?.node.loops.pop();
  }

  function reportMissing({ node, met }: Frame): void {
    const segment = node.segments[0] ?? last;
    if (!segment) return;
    const loop = node.use.id;
    for (const use of node.use.segments)
      if ((met.get(use) ?? 0) < use.min)
        say({
          rule: 'segment_missing',
          segment: { ...segment, name: use.name },
          loop,
          message: `loop ${loop} needs ${nameOf(use)}`,
        });
    for (const inner of node.use.loops)
      if ((met.get(inner) ?? 0) < inner.min)
        say({
          rule: 'loop_missing',
          segment,
          loop: inner.id,
          message: `loop ${loop} needs a loop ${inner.id} (${nameOf(inner.segments[0])})`,
        });
  }

  function end(): void {
    while (frames.length > 0) close();
  }

  return { begin, segment, end };
}

function frameOf(use: LoopUse, parent: LoopNode | undefined): Frame {
  return { node: { use, parent, segments: [], loops: [] }, met: new Map(), segmentAt: 0, loopPosition: 0 };
}

function takes(use: SegmentUse, segment: Segment): boolean {
  return use.name === segment.name && (!use.key || use.key.values.has(component(segment, use.key.element, 1)));
}

/** `REF*G1`, `HL*22`: a segment with what tells it apart. */
function described(segment: Segment): string {
  if (segment.name === 'HL') return `HL with HL03 ${element(segment, 3)}`;
  return ['NM1', 'REF', 'DTP', 'AMT', 'HI', 'NTE', 'CRC', 'QTY'].includes(segment.name)
    ? `${segment.name}*${component(segment, 1, 1)}`
    : segment.name;
}

function nameOf(use: SegmentUse | undefined): string {
  if (!use) return 'segment';
  return use.key ? `${use.name}*${[...use.key.values].join('/')}` : use.name;
}
