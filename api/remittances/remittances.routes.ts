import { registerFile, storeFile } from '../../domain/clearinghouse/receive-file';
import type { StoragePort } from '../../domain/files/storage-port';
import { listRemittanceClaims } from '../../domain/remittances/list-remittance-claims';
import { listRemittanceFiles, readRemittanceFileRow } from '../../domain/remittances/list-remittance-files';
import { listRemittances } from '../../domain/remittances/list-remittances';
import { readRemittance } from '../../domain/remittances/read-remittance';
import { listingOf } from '../http/listing';
import { may, read, type Route, takeFile } from '../http/route';
import { searchRemittanceFiles, sendRemittanceFile } from './file.contract';
import { orderPosting } from './order-posting';
import { getRemittance, searchRemittanceClaims, searchRemittances } from './remittance.contract';

const see = { access: may('billing.read'), purpose: 'billing' } as const;
const change = { access: may('billing.change'), purpose: 'billing' } as const;

export const remittanceRoutes = (storage: StoragePort): readonly Route[] => [
  read(searchRemittances, see, (tx, { body }) =>
    listRemittances(tx, body.filter ?? {}, {
      ...listingOf(body, 'DESC'),
      sort: body.sort?.field ?? 'receivedAt',
    }),
  ),
  read(getRemittance, see, (tx, { id }) => readRemittance(tx, id)),
  read(searchRemittanceClaims, see, (tx, { body }) =>
    listRemittanceClaims(tx, body.filter ?? {}, { ...listingOf(body), sort: body.sort?.field ?? 'ordinal' }),
  ),
  read(searchRemittanceFiles, see, (tx, { body }) =>
    listRemittanceFiles(tx, body.filter ?? {}, listingOf(body, 'DESC')),
  ),
  takeFile(sendRemittanceFile, change, {
    keep: async (database, { body, session }) => {
      const entering = { membershipId: session.membershipId };
      return { database, name: body.name, file: await storeFile({ database, storage }, entering, body) };
    },
    act: async (tx, { database, name, file }) => {
      const kept = await registerFile(tx, file, { name, cameBy: 'upload' });
      orderPosting(tx, { database, storage }, kept.id);
      return kept;
    },
    view: readRemittanceFileRow,
  }),
];
