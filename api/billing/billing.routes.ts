import { addPayer, changePayer, endPayer, setFee } from '../../domain/billing/add-payer';
import { setBillingProfile, setClinicianBilling } from '../../domain/billing/billing-identity';
import {
  readBillingSettings,
  readClinician,
  readFee,
  readPayer,
  readProfile,
} from '../../domain/billing/billing-settings';
import { changeAuthorization, changeCoverage, replaceCoverage } from '../../domain/billing/change-coverage';
import { addAuthorization, addCoverage, setClientBilling } from '../../domain/billing/coverage';
import { listPayers } from '../../domain/billing/list-payers';
import { readAuthorization, readClientBilling, readCoverage } from '../../domain/billing/read-client-billing';
import { may, read, type Route, write } from '../http/route';
import * as coverage from './coverage.contract';
import { getPayers } from './payer.contract';
import * as settings from './settings.contract';

const see = { access: may('billing.read'), purpose: 'billing' } as const;
const change = { access: may('billing.change'), purpose: 'billing' } as const;
const run = { access: may('practice.change'), purpose: 'billing' } as const;
const seeCoverage = { access: may('coverage.read'), purpose: 'billing' } as const;
const changeOfCoverage = { access: may('coverage.change'), purpose: 'billing' } as const;

export const billingRoutes: readonly Route[] = [
  read(getPayers, seeCoverage, async (tx) => ({ payers: await listPayers(tx) })),
  read(coverage.getClientBilling, seeCoverage, (tx, { id }) => readClientBilling(tx, id)),
  write(coverage.setClientBillingContract, changeOfCoverage, {
    act: (tx, { id, version, body }) => setClientBilling(tx, { clientId: id, version, ...body }).then(() => id),
    view: readClientBilling,
  }),
  write(coverage.addCoverageContract, changeOfCoverage, {
    act: (tx, { body }) => addCoverage(tx, body),
    view: readCoverage,
  }),
  write(coverage.changeCoverageContract, changeOfCoverage, {
    act: (tx, { id, version, body }) => changeCoverage(tx, { id, version, change: body }).then(() => id),
    view: readCoverage,
  }),
  write(coverage.replaceCoverageContract, changeOfCoverage, {
    act: (tx, { id, version, body }) => replaceCoverage(tx, { id, version, by: body }),
    view: readCoverage,
  }),
  write(coverage.addAuthorizationContract, changeOfCoverage, {
    act: (tx, { body }) => addAuthorization(tx, body),
    view: readAuthorization,
  }),
  write(coverage.changeAuthorizationContract, changeOfCoverage, {
    act: (tx, { id, version, body }) => changeAuthorization(tx, { id, version, change: body }).then(() => id),
    view: readAuthorization,
  }),
  read(settings.getBillingSettings, see, (tx) => readBillingSettings(tx)),
  write(settings.setBillingProfileContract, run, {
    act: (tx, { body: { businessName: legalName, ...rest } }) => setBillingProfile(tx, { legalName, ...rest }),
    view: readProfile,
  }),
  write(settings.setClinicianBillingContract, run, {
    act: (tx, { id, version, body }) => setClinicianBilling(tx, { clinicianId: id, version, ...body }).then(() => id),
    view: readClinician,
  }),
  write(settings.addPayerContract, change, { act: (tx, { body }) => addPayer(tx, body), view: readPayer }),
  write(settings.changePayerContract, change, {
    act: (tx, { id, version, body }) => changePayer(tx, { id, version, change: body }).then(() => id),
    view: readPayer,
  }),
  write(settings.endPayerContract, change, {
    act: (tx, { id, version }) => endPayer(tx, { id, version }).then(() => id),
    view: readPayer,
  }),
  write(settings.setFeeContract, change, { act: (tx, { body }) => setFee(tx, body), view: readFee }),
];
