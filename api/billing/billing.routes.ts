import { listPayers } from '../../domain/billing/list-payers';
import { may, read, type Route } from '../http/route';
import { getPayers } from './payer.contract';

export const billingRoutes: readonly Route[] = [
  read(getPayers, { access: may('coverage.read'), purpose: 'billing' }, async (tx) => ({
    payers: await listPayers(tx),
  })),
];
