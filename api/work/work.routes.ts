import { assignWorkItem } from '../../domain/work/assign-work-item';
import { closeWorkItem } from '../../domain/work/close-work-item';
import { listWork, readWork, workGroups } from '../../domain/work/list-work';
import { listingOf } from '../http/listing';
import { may, read, type Route, write } from '../http/route';
import * as contracts from './work.contract';

const see = { access: may('work.read'), purpose: 'operations' } as const;
const change = { access: may('work.change'), purpose: 'operations' } as const;

export const workRoutes: readonly Route[] = [
  read(contracts.searchWork, see, (tx, { body }) => listWork(tx, body.filter ?? {}, listingOf(body))),
  read(contracts.getWorkItem, see, (tx, { id }) => readWork(tx, id)),
  read(contracts.getWorkGroups, see, async (tx) => ({ groups: await workGroups(tx) })),
  write(contracts.closeWorkContract, change, {
    act: (tx, { id, version, body }) => closeWorkItem(tx, { id, version, ...body }).then(() => id),
    view: readWork,
  }),
  write(contracts.assignWorkContract, change, {
    act: (tx, { id, version, body }) => assignWorkItem(tx, { id, version, ...body }).then(() => id),
    view: readWork,
  }),
];
