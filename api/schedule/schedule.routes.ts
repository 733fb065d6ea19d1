import { blockTime, endBlock } from '../../domain/schedule/block-time';
import { bookAppointment } from '../../domain/schedule/book-appointment';
import { calendarDays } from '../../domain/schedule/calendar-days';
import { cancelAppointment } from '../../domain/schedule/cancel-appointment';
import { confirmAppointment } from '../../domain/schedule/confirm-appointment';
import {
  bookConsequences,
  cancelConsequences,
  moveConsequences,
  restoreConsequences,
} from '../../domain/schedule/consequences';
import { findTimes as findFreeTimes } from '../../domain/schedule/find-times';
import { listAppointments } from '../../domain/schedule/list-appointments';
import { listOpenings } from '../../domain/schedule/list-openings';
import { readBlock } from '../../domain/schedule/list-blocks';
import { moveAppointment } from '../../domain/schedule/move-appointment';
import { readAppointmentDetail } from '../../domain/schedule/read-appointment-detail';
import { restoreAppointment } from '../../domain/schedule/restore-appointment';
import { hurryReminder } from '../../domain/reminders/hurry-reminder';
import { practiceOf } from '../../domain/practice/policy';
import { instantOf } from '../../domain/time/instant';
import { instantAt } from '../../domain/time/wall-time';
import { missAppointment } from '../../domain/visits/miss-appointment';
import { may, read, type Route, write } from '../http/route';
import { listingOf } from '../http/listing';
import * as contracts from './appointment.contract';
import * as calendar from './calendar.contract';
import * as consequences from './consequences.contract';

const see = { access: may('schedule.read'), purpose: 'care' } as const;
const change = { access: may('schedule.change'), purpose: 'care' } as const;
const view = readAppointmentDetail;

export const scheduleRoutes: readonly Route[] = [
  read(contracts.searchAppointments, see, (tx, { body }) => {
    const { from, to, ...filter } = body.filter ?? {};
    return listAppointments(
      tx,
      {
        ...filter,
        from: from === undefined ? undefined : instantOf(from),
        to: to === undefined ? undefined : instantOf(to),
      },
      listingOf(body),
    );
  }),
  read(contracts.getAppointment, see, (tx, { id }) => view(tx, id)),
  read(calendar.calendarDay, see, (tx, { body }) => calendarDays(tx, body)),
  read(contracts.findTimes, see, (tx, { body }) => findFreeTimes(tx, body)),
  read(consequences.askConsequences, see, async (tx, { id, body }) => {
    if (body.of === 'cancel') return { consequences: await cancelConsequences(tx, id) };
    const { zone } = await practiceOf(tx);
    if (body.of === 'move') {
      const { of: _, start, ...more } = body;
      return { consequences: await moveConsequences(tx, id, { ...more, startsAt: instantAt(start, zone) }) };
    }
    const to = body.start === undefined ? undefined : instantAt(body.start, zone);
    return { consequences: await restoreConsequences(tx, id, to) };
  }),
  read(consequences.askBookConsequences, see, async (tx, { body: { clientId, start } }) => {
    const { zone } = await practiceOf(tx);
    return { consequences: await bookConsequences(tx, { clientId, startsAt: instantAt(start, zone) }) };
  }),
  read(calendar.findOpenings, see, (tx, { body }) => listOpenings(tx, body)),
  write(contracts.bookAppointmentContract, change, { act: (tx, { body }) => bookAppointment(tx, body), view }),
  write(contracts.moveAppointmentContract, change, {
    act: (tx, { id, version, body }) => moveAppointment(tx, { id, version, ...body }).then(() => id),
    view,
  }),
  write(contracts.cancelAppointmentContract, change, {
    act: (tx, { id, version, body }) => cancelAppointment(tx, { id, version, ...body }).then(() => id),
    view,
  }),
  write(contracts.restoreAppointmentContract, change, {
    act: (tx, { id, version, body }) => restoreAppointment(tx, { id, version, ...body }).then(() => id),
    view,
  }),
  write(contracts.confirmAppointmentContract, change, {
    act: (tx, { id, version }) => confirmAppointment(tx, { id, version, by: 'staff' }).then(() => id),
    view,
  }),
  write(contracts.missAppointmentContract, change, {
    act: (tx, { id, version }) => missAppointment(tx, { id, version }).then(() => id),
    view,
  }),
  write(contracts.hurryReminderContract, change, {
    act: (tx, { id, version }) => hurryReminder(tx, { id, version }).then(() => id),
    view,
  }),
  write(calendar.blockTimeContract, change, { act: (tx, { body }) => blockTime(tx, body), view: readBlock }),
  write(calendar.endBlockContract, change, {
    act: (tx, { id, version }) => endBlock(tx, { id, version }).then(() => id),
    view: readBlock,
  }),
];
