import { readClaim } from '../../domain/claims/read-claim';
import { searchClaims } from '../../domain/claims/search-claims';
import { listingOf } from '../http/listing';
import { may, read, type Route } from '../http/route';
import * as contracts from './claim.contract';

const see = { access: may('billing.read'), purpose: 'billing' } as const;

export const claimRoutes: readonly Route[] = [
  read(contracts.searchClaimsContract, see, (tx, { body }) =>
    searchClaims(tx, body.filter ?? {}, { ...listingOf(body, 'DESC'), sort: body.sort?.field ?? 'serviceDay' }),
  ),
  read(contracts.getClaim, see, (tx, { id }) => readClaim(tx, id)),
];
