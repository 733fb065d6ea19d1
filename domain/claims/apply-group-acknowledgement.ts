import type { PracticeTx } from '../database/practice-tx';
import type { GroupAcknowledgement, InterchangeAcknowledgement, SegmentError } from '../x12/acknowledgement';
import { claimAtSegment } from '../x12/write-837';
import type { Chunks } from '../x12/x12-reader';
import { type Sending, acknowledgedBatch, judgeBatch } from './acknowledged-batch';
import { segmentPlaces } from './batch-segments';
import { tellClaim } from './tell-claim';

const taken: ReadonlySet<string> = new Set(['A', 'E']);
const refused: ReadonlySet<string> = new Set(['R', 'M', 'W', 'X']);

/** TA1: an interchange that is refused takes all its claims with it. Answers false where it is none of ours. */
export async function applyInterchangeAcknowledgement(
  tx: PracticeTx,
  { control, code, note }: InterchangeAcknowledgement,
  fileId: string,
): Promise<boolean> {
  const batch = await acknowledgedBatch(tx, 'interchange_control', control);
  if (!batch) return false;
  if (taken.has(code)) return true;
  await judgeBatch(tx, batch.id, false);
  for (const one of inOrder(batch.sendings))
    await tellClaim(tx, one.claim_id, {
      kind: 'rejected',
      versionNo: one.version_no,
      evidenceKey: `TA1/${batch.id}/${code}/${note}`,
      fileId,
      codes: [`TA1:${note}`],
    });
  return true;
}

/**
 * A 999: the format of each transaction is accepted, or it is refused with all its claims; those that it names carry what is wrong
 * with them. Answers false where it is about none of our batches.
 * @param read the bytes of a file of ours
 */
export async function applyGroupAcknowledgement(
  tx: PracticeTx,
  { group, sets, result }: GroupAcknowledgement,
  fileId: string,
  read: (storageKey: string) => Promise<Chunks>,
): Promise<boolean> {
  if (group.functionalId !== 'HC') return false;
  const batch = await acknowledgedBatch(tx, 'group_control', group.control);
  if (!batch) return false;
  if (refused.has(result.code)) await judgeBatch(tx, batch.id, false);
  if (taken.has(result.code) || result.code === 'P') await judgeBatch(tx, batch.id, true);

  const setOf = new Map(sets.map((set) => [set.control, set]));
  const errors = sets.flatMap((set) => set.errors.map((error) => ({ set: set.control, error })));
  const places = errors.length > 0 ? await segmentPlaces(await read(batch.storageKey), batch.sendings) : [];
  const wrong = Map.groupBy(errors, ({ set, error }) => {
    const named = error.contexts.find(({ name }) => name === 'CLM01')?.value;
    return named ?? claimAtSegment(places, set, Number(error.position))?.control_number;
  });
  for (const one of inOrder(batch.sendings)) {
    const set = setOf.get(one.transaction_control);
    const code = set?.code || result.code;
    if (!taken.has(code) && !refused.has(code)) continue; // a part of the group, and not said which
    const reasons = (set?.reasons ?? result.reasons).map((reason) => `IK5:${reason}`);
    const own = (wrong.get(one.control_number) ?? []).map(({ error }) => codeOf(error));
    await tellClaim(tx, one.claim_id, {
      kind: taken.has(code) ? 'format_accepted' : 'rejected',
      versionNo: one.version_no,
      evidenceKey: `999/${batch.id}/${one.transaction_control}/${code}`,
      fileId,
      codes: [...reasons, ...own],
    });
  }
  return true;
}

const codeOf = ({ segment, code, elements }: SegmentError): string =>
  [`IK3:${segment}:${code}`, ...elements.map((one) => `IK4:${one.position}:${one.code}`)].join(' ');

/** Claims are locked in the order of their ids everywhere. */
const inOrder = (sendings: readonly Sending[]): readonly Sending[] =>
  sendings.toSorted((a, b) => (a.claim_id < b.claim_id ? -1 : 1));
