import { menuCounts } from '../../domain/practice/menu-counts';
import { practiceOf } from '../../domain/practice/policy';
import { readPractice } from '../../domain/practice/read-practice';
import { endAgreement, listAgreements, readAgreement, recordAgreement } from '../../domain/practice/record-agreement';
import { setPolicy } from '../../domain/practice/set-policy';
import { may, read, type Route, write } from '../http/route';
import { endAgreementContract, getAgreements, recordAgreementContract } from './agreement.contract';
import { getCounts, getPractice, setPolicyContract } from './practice.contract';

const see = { access: may('practice.read'), purpose: 'operations' } as const;

const run = { access: may('practice.change'), purpose: 'operations' } as const;

export const practiceRoutes: readonly Route[] = [
  read(getPractice, see, (tx) => readPractice(tx)),
  read(getCounts, see, (tx) => menuCounts(tx)),
  read(getAgreements, { access: may('system.read'), purpose: 'operations' }, async (tx) => ({
    agreements: await listAgreements(tx),
  })),
  write(setPolicyContract, run, {
    act: (tx, { body }) => setPolicy(tx, body),
    view: async (tx) => (await practiceOf(tx)).policy,
  }),
  write(recordAgreementContract, run, { act: (tx, { body }) => recordAgreement(tx, body), view: readAgreement }),
  write(endAgreementContract, run, {
    act: (tx, { id, version }) => endAgreement(tx, { id, version }).then(() => id),
    view: readAgreement,
  }),
];
