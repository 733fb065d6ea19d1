import { pipeline } from 'node:stream/promises';
import { listBatches, readBatch, readyToLeave, takeOutBatchFile } from '../../domain/claims/list-batches';
import { readDeparture, setDeparture } from '../../domain/claims/leave-by-rule';
import { releaseBatch } from '../../domain/claims/release-batch';
import { hurryBatch } from '../../domain/claims/send-batch';
import { settleBatch } from '../../domain/claims/settle-batch';
import { submitClaims, takeOverBatch } from '../../domain/claims/submit-claims';
import type { StoragePort } from '../../domain/files/storage-port';
import { AppError } from '../../domain/problems';
import { listingOf } from '../http/listing';
import { may, plain, read, type Route, write } from '../http/route';
import * as contracts from './batch.contract';

const see = { access: may('billing.read'), purpose: 'billing' } as const;
const change = { access: may('billing.change'), purpose: 'billing' } as const;

export const batchRoutes = (storage: StoragePort): readonly Route[] => [
  read(contracts.searchBatches, see, (tx, { body }) =>
    listBatches(tx, body.filter ?? {}, { ...listingOf(body, 'DESC'), sort: body.sort?.field ?? 'openedAt' }),
  ),
  read(contracts.getReady, see, (tx) => readyToLeave(tx)),
  read(contracts.getDeparture, see, (tx) => readDeparture(tx)),
  write(contracts.setDepartureContract, change, {
    act: (tx, { body }) => setDeparture(tx, body).then(() => tx.practiceId),
    view: (tx) => readDeparture(tx),
  }),
  read(contracts.getBatch, see, (tx, { id }) => readBatch(tx, id)),
  plain(contracts.getBatchFile, see, async ({ id, database, session, act, response }) => {
    const file = await database.inPractice({ membershipId: session?.membershipId ?? '' }, act, (tx) =>
      takeOutBatchFile(tx, id),
    );
    const kept = await storage.get(file.storageKey);
    if (kept.kind !== 'found') throw new AppError('try_again');
    response.set({
      'content-type': contracts.getBatchFile.produces,
      'content-disposition': `attachment; filename="${file.name}"`,
      'content-length': String(file.bytes),
    });
    await pipeline(kept.content, response);
    return undefined;
  }),
  write(contracts.sendClaimsContract, change, {
    // where no batch is opened the practice stands for it
    act: async (tx) => (await submitClaims(tx)).id ?? tx.practiceId,
    view: async (tx, id) => ({ batch: id === tx.practiceId ? null : await readBatch(tx, id) }),
  }),
  write(contracts.hurryBatchContract, change, {
    act: (tx, { id, version }) => hurryBatch(tx, id, version).then(() => id),
    view: readBatch,
  }),
  write(contracts.releaseBatchContract, change, {
    act: (tx, { id, version }) => releaseBatch(tx, { id, version }).then(() => id),
    view: readBatch,
  }),
  write(contracts.takeOverBatchContract, change, {
    act: (tx, { id, version }) => takeOverBatch(tx, { id, version }).then(() => id),
    view: readBatch,
  }),
  write(contracts.settleBatchContract, change, {
    act: (tx, { id, version, body }) => settleBatch(tx, { id, version, ...body }).then(() => id),
    view: readBatch,
  }),
];
