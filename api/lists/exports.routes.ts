import { listClients } from '../../domain/clients/list-clients';
import { listCharges } from '../../domain/claims/list-charges';
import { searchClaims } from '../../domain/claims/search-claims';
import { listBalances } from '../../domain/ledger/list-balances';
import { listMessages } from '../../domain/messages/list-messages';
import { listPlannedMessages } from '../../domain/messages/list-planned-messages';
import { listRemittances } from '../../domain/remittances/list-remittances';
import { listWork } from '../../domain/work/list-work';
import type { Route } from '../http/route';
import * as columns from './export-columns';
import * as contracts from './export-contracts';
import { exportRoute } from './export-route';

/** Every list that can be taken along as a file, for whoever may see the list. */
export const exportRoutes: readonly Route[] = [
  exportRoute(contracts.exportClients, {
    name: 'clients',
    access: 'clients.read',
    purpose: 'care',
    list: (tx, { filter, sort }, listing) => listClients(tx, filter ?? {}, { ...listing, sort: sort?.field ?? 'name' }),
    columns: columns.ofClients,
  }),
  exportRoute(contracts.exportMessages, {
    name: 'messages',
    access: 'messages.read',
    purpose: 'care',
    natural: 'DESC',
    list: (tx, { filter }, listing) => listMessages(tx, filter ?? {}, listing),
    columns: columns.ofMessages,
  }),
  exportRoute(contracts.exportPlannedMessages, {
    name: 'planned-messages',
    access: 'messages.read',
    purpose: 'care',
    list: (tx, { filter }, listing) => listPlannedMessages(tx, filter ?? {}, listing),
    columns: columns.ofPlannedMessages,
  }),
  exportRoute(contracts.exportWork, {
    name: 'work',
    access: 'work.read',
    purpose: 'operations',
    list: (tx, { filter }, listing) => listWork(tx, filter ?? {}, listing),
    columns: columns.ofWork,
  }),
  exportRoute(contracts.exportClaims, {
    name: 'claims',
    access: 'billing.read',
    purpose: 'billing',
    natural: 'DESC',
    list: (tx, { filter, sort }, listing) =>
      searchClaims(tx, filter ?? {}, { ...listing, sort: sort?.field ?? 'serviceDay' }),
    columns: columns.ofClaims,
  }),
  exportRoute(contracts.exportRemittances, {
    name: 'remittances',
    access: 'billing.read',
    purpose: 'billing',
    natural: 'DESC',
    list: (tx, { filter, sort }, listing) =>
      listRemittances(tx, filter ?? {}, { ...listing, sort: sort?.field ?? 'receivedAt' }),
    columns: columns.ofRemittances,
  }),
  exportRoute(contracts.exportBalances, {
    name: 'balances',
    access: 'balances.read',
    purpose: 'billing',
    natural: 'DESC',
    list: (tx, { filter, sort }, listing) =>
      listBalances(tx, filter ?? {}, { ...listing, sort: sort?.field ?? 'balanceCents' }),
    columns: columns.ofBalances,
  }),
  exportRoute(contracts.exportCharges, {
    name: 'charges',
    access: 'billing.read',
    purpose: 'billing',
    natural: 'DESC',
    list: (tx, { filter, sort }, listing) => listCharges(tx, filter ?? {}, listing, sort?.field),
    columns: columns.ofCharges,
  }),
];
