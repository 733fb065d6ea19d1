import { readAging } from '../../domain/reports/aging';
import { readRevenue } from '../../domain/reports/revenue';
import { exportRoute } from '../lists/export-route';
import { may, read, type Route } from '../http/route';
import * as columns from './report-columns';
import * as contracts from './report.contract';

const ofMoney = { access: may('billing.read'), purpose: 'billing' } as const;

export const reportRoutes: readonly Route[] = [
  read(contracts.getRevenue, ofMoney, (tx, { query }) => readRevenue(tx, query)),
  read(contracts.getAging, ofMoney, (tx, { query }) => readAging(tx, query)),
  exportRoute(contracts.exportRevenue, {
    name: 'money-in',
    access: 'billing.read',
    purpose: 'billing',
    list: async (tx, { filter }) => columns.monthRows(await readRevenue(tx, filter ?? {})),
    columns: columns.ofRevenue,
  }),
  exportRoute(contracts.exportAging, {
    name: 'money-owed',
    access: 'billing.read',
    purpose: 'billing',
    list: async (tx, { filter }) => columns.agingRows(await readAging(tx, filter ?? {})),
    columns: columns.ofAging,
  }),
];
