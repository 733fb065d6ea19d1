import { addCharge } from '../../domain/claims/approve-charge';
import { approveCharges, chargesWaiting, codesFor, visitsOf } from '../../domain/claims/approve-charges';
import { cancelCharge, changeCharge, reopenCharge } from '../../domain/claims/change-charge';
import { listCharges, readCharge } from '../../domain/claims/list-charges';
import { locked } from '../../domain/database/locked';
import { listingOf } from '../http/listing';
import { may, read, type Route, write } from '../http/route';
import * as contracts from './charge.contract';

const see = { access: may('billing.read'), purpose: 'billing' } as const;
const change = { access: may('billing.change'), purpose: 'billing' } as const;

export const chargeRoutes: readonly Route[] = [
  read(contracts.searchCharges, see, (tx, { body }) =>
    listCharges(tx, body.filter ?? {}, listingOf(body, 'DESC'), body.sort?.field),
  ),
  read(contracts.getCharge, see, (tx, { id }) => readCharge(tx, id)),
  read(contracts.getChargeCodes, see, (tx, { id }) => codesFor(tx, id)),
  read(contracts.approvalConsequences, see, async (tx, { body }) => ({ visits: await visitsOf(tx, body) })),
  write(contracts.approveCharge, change, {
    act: (tx, { id, version }) => approveCharges(tx, [{ id, version }]).then(() => id),
    view: readCharge,
  }),
  write(contracts.approveCharges, change, {
    act: async (tx, { body: { charges } }) => {
      await approveCharges(tx, charges);
      return charges[0]?.id ?? '';
    },
    view: async (tx) => ({ waiting: await chargesWaiting(tx) }),
  }),
  write(contracts.addCharge, change, {
    act: async (tx, { id, version, body }) => {
      await locked(tx, 'charges', id, version);
      return addCharge(tx, { besideId: id, ...body });
    },
    view: readCharge,
  }),
  write(contracts.changeCharge, change, {
    act: (tx, { id, version, body }) => changeCharge(tx, { id, version, ...body }).then(() => id),
    view: readCharge,
  }),
  write(contracts.reopenCharge, change, {
    act: (tx, { id, version }) => reopenCharge(tx, { id, version }).then(() => id),
    view: readCharge,
  }),
  write(contracts.cancelCharge, change, {
    act: (tx, { id, version }) => cancelCharge(tx, { id, version }).then(() => id),
    view: readCharge,
  }),
];
