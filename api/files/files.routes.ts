import { listFiles, readFile } from '../../domain/clearinghouse/list-files';
import { findFile, viewFile } from '../../domain/clearinghouse/view-file';
import { openStored } from '../../domain/files/open-stored';
import type { StoragePort } from '../../domain/files/storage-port';
import { dismissFile, releaseFile } from '../../domain/remittances/release-file';
import { listingOf } from '../http/listing';
import { may, plain, read, type Route, write } from '../http/route';
import * as contracts from './file.contract';

const see = { access: may('billing.read'), purpose: 'billing' } as const;
const change = { access: may('billing.change'), purpose: 'billing' } as const;

export const fileRoutes = (storage: StoragePort): readonly Route[] => [
  read(contracts.searchFiles, see, (tx, { body }) => listFiles(tx, body.filter ?? {}, listingOf(body, 'DESC'))),
  read(contracts.getFile, see, (tx, { id }) => readFile(tx, id)),
  plain(contracts.askFileContent, see, async ({ id, body, database, session, act }) => {
    const place = await database.inPractice({ membershipId: session?.membershipId ?? '' }, act, (tx) =>
      findFile(tx, id),
    );
    const part = await viewFile(place, openStored(storage, place.storageKey), body.from);
    if (part.shape !== 'segments') return part;
    const { delimiters, ...rest } = part;
    return { ...rest, element: delimiters.element, component: delimiters.component };
  }),
  write(contracts.retryFileContract, change, {
    act: (tx, { id, version }) => releaseFile(tx, { id, version }).then(() => id),
    view: readFile,
  }),
  write(contracts.dismissFileContract, change, {
    act: (tx, { id, version, body }) => dismissFile(tx, { id, version, ...body }).then(() => id),
    view: readFile,
  }),
];
