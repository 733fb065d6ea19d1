import { menuCounts } from '../../domain/practice/menu-counts';
import { readPractice } from '../../domain/practice/read-practice';
import { may, read, type Route } from '../http/route';
import { getCounts, getPractice } from './practice.contract';

const see = { access: may('practice.read'), purpose: 'operations' } as const;

export const practiceRoutes: readonly Route[] = [
  read(getPractice, see, (tx) => readPractice(tx)),
  read(getCounts, see, (tx) => menuCounts(tx)),
];
