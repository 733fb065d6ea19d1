import { findClaimFilePart, readClaimFilePart } from '../../domain/claims/claim-file-part';
import { readClaim } from '../../domain/claims/read-claim';
import { searchClaims } from '../../domain/claims/search-claims';
import { openStored } from '../../domain/files/open-stored';
import type { StoragePort } from '../../domain/files/storage-port';
import { listingOf } from '../http/listing';
import { may, plain, read, type Route } from '../http/route';
import * as contracts from './claim.contract';

const see = { access: may('billing.read'), purpose: 'billing' } as const;

export const claimRoutes = (storage: StoragePort): readonly Route[] => [
  read(contracts.searchClaimsContract, see, (tx, { body }) =>
    searchClaims(tx, body.filter ?? {}, { ...listingOf(body, 'DESC'), sort: body.sort?.field ?? 'serviceDay' }),
  ),
  read(contracts.getClaim, see, (tx, { id }) => readClaim(tx, id)),
  // the file store is asked outside of any transaction
  plain(contracts.getClaimFile, see, async ({ id, params, database, session, act }) => {
    const part = await database.inPractice({ membershipId: session?.membershipId ?? '' }, act, (tx) => {
      tx.touch({ record: id });
      return findClaimFilePart(tx, id, params['fileId'] ?? '');
    });
    const { segments, delimiters } = await readClaimFilePart(part, openStored(storage, part.storageKey));
    return { clientId: part.clientId, segments, element: delimiters.element, component: delimiters.component };
  }),
];
