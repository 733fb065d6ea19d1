import type { FileStores } from '../../domain/clearinghouse/receive-file';
import type { PracticeTx } from '../../domain/database/practice-tx';
import { postRemittanceFile } from '../../domain/remittances/post-remittance-file';

/** Has a file read and posted once this transaction is committed. Broken off it is gone on with when the file is sent again. */
export function orderPosting(tx: PracticeTx, stores: FileStores, fileId: string): void {
  tx.rows.executionPromise
    .then(
      () => postRemittanceFile(stores, tx.practiceId, fileId),
      () => undefined,
    )
    .catch(() => undefined);
}
