import type { consoleWords as english } from '../en/console';
import type { SameCodes } from '../words';
import { balances } from './balances';
import { calendar } from './calendar';
import { claims } from './claims';
import { charges } from './charges';
import { clients } from './clients';
import { insurance } from './insurance';
import { lists } from './lists';
import { messaging } from './messaging';
import { system } from './system';
import { timeline } from './timeline';
import { today } from './today';
import { walk } from './walk';
import { work } from './work';
import { myDay } from './my-day';
import { notes } from './notes';
import { next } from './next';
import { practice } from './practice';
import { ra } from './ra';
import { remittances } from './remittances';
import { reports } from './reports';
import { schedule } from './schedule';
import { settings } from './settings';
import { shared } from './shared';
import { since } from './since';
import { shell } from './shell';

export const consoleWords: SameCodes<typeof english> = {
  ...shared,
  shell,
  ra,
  balances,
  calendar,
  claims,
  charges,
  clients,
  insurance,
  lists,
  messaging,
  myDay,
  next,
  notes,
  practice,
  remittances,
  reports,
  schedule,
  settings,
  since,
  system,
  timeline,
  today,
  walk,
  work,
};
