import { correctClaim } from '../../domain/claims/correct-claim';
import { appealClaim, closeClaim } from '../../domain/claims/give-up-claim';
import { searchClaims } from '../../domain/claims/search-claims';
import { voidClaim } from '../../domain/claims/void-claim';
import type { PracticeTx } from '../../domain/database/practice-tx';
import { AppError } from '../../domain/problems';
import { may, type Route, write } from '../http/route';
import * as contracts from './claim-acts.contract';

const change = { access: may('billing.change'), purpose: 'billing' } as const;

async function view(tx: PracticeTx, id: string) {
  const listing = { sort: 'serviceDay', order: 'ASC', offset: 0, limit: 1 } as const;
  const [row] = (await searchClaims(tx, { ids: [id] }, listing)).rows;
  if (!row) throw new AppError('not_found');
  return row;
}

interface Asked {
  readonly id: string;
  readonly version: number;
}

/** The use-case, and the claim that it changed. */
const act =
  <More>(use: (tx: PracticeTx, request: Asked & More) => Promise<void>) =>
  (tx: PracticeTx, { id, version, body }: Asked & { readonly body: More }): Promise<string> =>
    use(tx, { ...body, id, version }).then(() => id);

export const claimActRoutes: readonly Route[] = [
  write(contracts.correctClaimContract, change, {
    act: act<{ authorizationId?: string | undefined }>(correctClaim),
    view,
  }),
  write(contracts.voidClaimContract, change, { act: act(voidClaim), view }),
  write(contracts.appealClaimContract, change, { act: act(appealClaim), view }),
  write(contracts.closeClaimContract, change, { act: act(closeClaim), view }),
];
