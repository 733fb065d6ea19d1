import { readAging } from '../../domain/reports/aging';
import { readNoShows } from '../../domain/reports/no-shows';
import { readReminders } from '../../domain/reports/reminders';
import { readRevenue } from '../../domain/reports/revenue';
import { readUnsignedNotes } from '../../domain/reports/unsigned-notes';
import { exportRoute } from '../lists/export-route';
import { may, read, type Route } from '../http/route';
import * as columns from './report-columns';
import * as contracts from './report.contract';

const ofMoney = { access: may('billing.read'), purpose: 'billing' } as const;
const ofPractice = { access: may('reports.read'), purpose: 'operations' } as const;

export const reportRoutes: readonly Route[] = [
  read(contracts.getRevenue, ofMoney, (tx, { query }) => readRevenue(tx, query)),
  read(contracts.getAging, ofMoney, (tx, { query }) => readAging(tx, query)),
  read(contracts.getNoShows, ofPractice, (tx, { query }) => readNoShows(tx, query)),
  read(contracts.getReminders, ofPractice, (tx, { query }) => readReminders(tx, query)),
  read(contracts.getUnsignedNotes, ofPractice, (tx, { query }) => readUnsignedNotes(tx, query)),
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
  exportRoute(contracts.exportNoShows, {
    name: 'no-shows',
    access: 'reports.read',
    purpose: 'operations',
    list: async (tx, { filter }) => columns.noShowRows(await readNoShows(tx, filter ?? {})),
    columns: columns.ofNoShows,
  }),
  exportRoute(contracts.exportReminders, {
    name: 'reminders',
    access: 'reports.read',
    purpose: 'operations',
    list: async (tx, { filter }) => columns.reminderRows(await readReminders(tx, filter ?? {})),
    columns: columns.ofReminders,
  }),
  exportRoute(contracts.exportUnsignedNotes, {
    name: 'unsigned-notes',
    access: 'reports.read',
    purpose: 'operations',
    list: async (tx, { filter }) => columns.noteRows(await readUnsignedNotes(tx, filter ?? {})),
    columns: columns.ofUnsignedNotes,
  }),
];
