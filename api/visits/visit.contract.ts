import { changeContract, empty } from '../http/contract';
import { appointmentDetail } from '../schedule/appointment.contract';

// Everything that happens to a visit answers with its appointment: that is what screens show.

export const checkInContract = changeContract({
  path: '/appointments/:id/check-in',
  summary: 'The client is here; her clinician is told',
  body: empty,
  response: appointmentDetail,
  problems: ['wrong_state'],
});

const visitContract = (verb: string, summary: string) =>
  changeContract({
    path: `/visits/:id/${verb}`,
    summary,
    body: empty,
    response: appointmentDetail,
    problems: ['wrong_state'],
  });

export const seeArrivalContract = visitContract('see', 'The clinician has seen that her client is here');
export const beginVisitContract = visitContract('begin', 'The session begins');
export const completeVisitContract = visitContract('complete', 'The session is over');
export const leaveVisitContract = visitContract('leave', 'The client left before being seen');
export const checkOutContract = visitContract('check-out', 'Everything at the desk is done');
