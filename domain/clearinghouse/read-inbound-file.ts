import { buffer } from 'node:stream/consumers';
import { readAcknowledgements } from '../claims/read-acknowledgements';
import { AppError } from '../problems';
import { readRemittanceFile } from '../remittances/read-remittance-file';
import { sniff } from '../x12/sniff';
import type { FileStores } from './receive-file';

/** A few segments tell the kind of a file. */
const enough = 4095;

/** What a file turned out to be. `reason`: why it, or a part of it, is set aside. */
export type Inbound =
  | { readonly kind: 'remittance'; readonly reason: string | undefined }
  | { readonly kind: 'acknowledgement'; readonly told: string | undefined; readonly reason: string | undefined };

/**
 * Reads a stored file by what it holds: a remittance is read to rows and not yet posted, acknowledgements move their claims. What
 * is neither is quarantined: as a remittance where a person brought it as one. Broken off and called again it goes on.
 * @param alive called now and then while it is read
 * @throws AppError `not_found`, `try_again` when the file store has no answer
 */
export async function readInboundFile(
  stores: FileStores,
  practiceId: string,
  fileId: string,
  alive?: () => void,
): Promise<Inbound> {
  const file = await stores.database.inPractice(
    { practiceId, service: 'edi' },
    { act: 'edi_file.look', purpose: 'billing' },
    (tx) => tx.one<{ storage_key: string; came_by: string }>`
      select storage_key, came_by from edi_files where practice_id = ${tx.practiceId} and id = ${fileId} and direction = 'in'`,
  );
  if (!file) throw new AppError('not_found');
  const first = await stores.storage.get(file.storage_key, { range: { from: 0, to: enough } });
  if (first.kind !== 'found') throw new AppError('try_again');
  const kind = sniff(await buffer(first.content))?.kind;
  const isAcknowledgement = kind === '999' || kind === '277CA' || kind === 'TA1';
  if (kind === '835' || (file.came_by === 'upload' && !isAcknowledgement))
    return { kind: 'remittance', reason: await readRemittanceFile(stores, practiceId, fileId, alive) };
  const { kind: told, setAside } = await readAcknowledgements(stores, practiceId, fileId);
  return { kind: 'acknowledgement', told, reason: setAside };
}
