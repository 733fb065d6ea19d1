import { ediFileLife } from '../clearinghouse/edi-file-state';
import type { FileStores } from '../clearinghouse/receive-file';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { openWorkItem } from '../work/open-work-item';
import { claimOutcomes } from '../x12/claim-status';
import { isHarmless } from '../x12/fault';
import { readX12File, type X12Event } from '../x12/read-x12';
import type { Chunks } from '../x12/x12-reader';
import { applyClaimStatus } from './apply-claim-status';
import { applyGroupAcknowledgement, applyInterchangeAcknowledgement } from './apply-group-acknowledgement';

/** Why a file is set aside: it can't be read, is none of these kinds, or (part of it) names nothing of ours. */
type SetAside = 'malformed' | 'unknown_kind' | 'unplaced';

interface Told {
  readonly kind?: '999' | '277CA' | 'TA1';
  /** Undefined: all of it was read and concerned claims of ours. */
  readonly setAside?: SetAside;
}

type Answer = (tx: PracticeTx) => Promise<boolean>;

/**
 * Reads a stored file of acknowledgements (TA1, 999, 277CA, told by its content) and moves exactly the claims that they are about,
 * in whatever order they come. Again, or broken off and again, it moves nothing twice. What can't be placed is quarantined.
 * @throws AppError `not_found`, `try_again` when the file store has no answer
 */
export async function readAcknowledgements(stores: FileStores, practiceId: string, fileId: string): Promise<Told> {
  const run = <T>(work: (tx: PracticeTx) => Promise<T>): Promise<T> =>
    stores.database.inPractice({ practiceId, service: 'edi' }, { act: 'claim.acknowledge', purpose: 'billing' }, work);
  const file = await run(
    (tx) => tx.one<{ state: string; kind: Told['kind'] | null; reason: SetAside | null; storage_key: string }>`
      select state, kind, reason, storage_key from edi_files where practice_id = ${tx.practiceId} and id = ${fileId}`,
  );
  if (!file) throw new AppError('not_found');
  if (file.state !== 'stored')
    return { ...(file.kind && { kind: file.kind }), ...(file.reason && { setAside: file.reason }) };

  const told: X12Event[] = [];
  for await (const event of readX12File(await read(file.storage_key))) told.push(event);
  const kind = kindIn(told);
  let setAside = faultIn(told);
  if (!setAside) for (const answer of told.flatMap(answersIn)) if (!(await run(answer))) setAside = 'unplaced';
  await run((tx) => finish(tx, fileId, kind, setAside));
  return { ...(kind && { kind }), ...(setAside && { setAside }) };

  function answersIn(event: X12Event): readonly Answer[] {
    if (event.kind === 'interchange_acknowledgement')
      return [(tx) => applyInterchangeAcknowledgement(tx, event.acknowledgement, fileId)];
    if (event.kind === 'acknowledgement')
      return [(tx) => applyGroupAcknowledgement(tx, event.acknowledgement, fileId, read)];
    if (event.kind !== 'claim_status') return [];
    return claimOutcomes(event.report).map(
      (outcome): Answer =>
        (tx) =>
          applyClaimStatus(tx, outcome, fileId),
    );
  }

  async function read(storageKey: string): Promise<Chunks> {
    const content = await stores.storage.get(storageKey);
    if (content.kind !== 'found') throw new AppError('try_again');
    return content.content as AsyncIterable<Uint8Array>;
  }
}

function kindIn(told: readonly X12Event[]): Told['kind'] {
  const kinds = told.flatMap((event) => (event.kind === 'transaction' ? event.of : []));
  if (kinds[0] === '999' || kinds[0] === '277CA') return kinds[0];
  return kinds.length === 0 && told.some(({ kind }) => kind === 'interchange_acknowledgement') ? 'TA1' : undefined;
}

function faultIn(told: readonly X12Event[]): SetAside | undefined {
  if (told.some((event) => event.kind === 'fault' && !isHarmless(event.fault))) return 'malformed';
  const isOther = told.some((event) => event.kind === 'transaction' && !['999', '277CA'].includes(event.of));
  return isOther || kindIn(told) === undefined ? 'unknown_kind' : undefined;
}

async function finish(tx: PracticeTx, id: string, kind: Told['kind'], setAside: SetAside | undefined): Promise<void> {
  const file = await locked(tx, 'edi_files', id);
  if (file.state !== 'stored') return;
  const change = { kind: kind ?? null, reason: setAside ?? null };
  await move(tx, 'edi_files', ediFileLife, file, setAside ? 'quarantine' : 'read', change);
  await tx.announce('edi_file', id);
  if (setAside)
    await openWorkItem(tx, {
      cause: 'edi_file_quarantined',
      entity: 'edi_file',
      refId: id,
      params: { reason: setAside },
    });
}
