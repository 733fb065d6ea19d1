import type { PracticeTx } from '../../domain/database/practice-tx';
import { AppError } from '../../domain/problems';
import { readAppointmentDetail } from '../../domain/schedule/read-appointment-detail';
import { checkIn } from '../../domain/visits/check-in';
import {
  type VisitRequest,
  beginVisit,
  checkOut,
  completeVisit,
  leaveVisit,
  seeArrival,
} from '../../domain/visits/conduct-visit';
import { may, type Route, write } from '../http/route';
import * as contracts from './visit.contract';

const conduct = { access: may('visits.conduct'), purpose: 'care' } as const;
const desk = { access: may('visits.check_in'), purpose: 'care' } as const;

/** The appointment of a visit: what the answer shows. */
async function ofVisit(tx: PracticeTx, visitId: string) {
  const visit = await tx.one<{
    appointment_id: string;
  }>`select appointment_id from visits where practice_id = ${tx.practiceId} and id = ${visitId}`;
  if (!visit) throw new AppError('not_found');
  return readAppointmentDetail(tx, visit.appointment_id);
}

const step = (act: (tx: PracticeTx, request: VisitRequest) => Promise<void>) => ({
  act: (tx: PracticeTx, call: { readonly id: string; readonly version: number }) =>
    act(tx, { id: call.id, version: call.version }).then(() => call.id),
  view: ofVisit,
});

export const visitRoutes: readonly Route[] = [
  write(contracts.checkInContract, desk, {
    act: (tx, { id, version }) => checkIn(tx, { appointmentId: id, version }).then(() => id),
    view: readAppointmentDetail,
  }),
  write(contracts.seeArrivalContract, conduct, step(seeArrival)),
  write(contracts.beginVisitContract, conduct, step(beginVisit)),
  write(contracts.completeVisitContract, conduct, step(completeVisit)),
  write(contracts.leaveVisitContract, desk, step(leaveVisit)),
  write(contracts.checkOutContract, { access: may('visits.check_out'), purpose: 'care' }, step(checkOut)),
];
