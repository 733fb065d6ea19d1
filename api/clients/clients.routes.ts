import { addContact, changeClient, endContact, setConsent } from '../../domain/clients/change-client';
import { listClients, readClient } from '../../domain/clients/list-clients';
import { reachConsequences } from '../../domain/clients/reach-consequences';
import { registerClient } from '../../domain/clients/register-client';
import { listingOf } from '../http/listing';
import { may, read, type Route, write } from '../http/route';
import * as contracts from './client.contract';

const see = { access: may('clients.read'), purpose: 'care' } as const;
const change = { access: may('clients.change'), purpose: 'care' } as const;
const view = readClient;

export const clientRoutes: readonly Route[] = [
  read(contracts.searchClients, see, (tx, { body }) =>
    listClients(tx, body.filter ?? {}, { ...listingOf(body), sort: body.sort?.field ?? 'name' }),
  ),
  read(contracts.getClient, see, (tx, { id }) => view(tx, id)),
  read(contracts.askReachConsequences, change, async (tx, { id, body }) => ({
    shifts: await reachConsequences(tx, { id, change: body }),
  })),
  write(contracts.registerClientContract, change, { act: (tx, { body }) => registerClient(tx, body), view }),
  write(contracts.changeClientContract, change, {
    act: (tx, { id, version, body }) => changeClient(tx, { id, version, change: body }).then(() => id),
    view,
  }),
  write(contracts.addContactContract, change, {
    act: (tx, { id, version, body }) => addContact(tx, { id, version, ...body }).then(() => id),
    view,
  }),
  write(contracts.endContactContract, change, {
    act: (tx, { id, version, body }) => endContact(tx, { id, version, ...body }).then(() => id),
    view,
  }),
  write(contracts.setConsentContract, change, {
    act: (tx, { id, version, body }) => setConsent(tx, { id, version, ...body }).then(() => id),
    view,
  }),
];
