import { z } from 'zod';
import { appointmentLife } from '../../domain/schedule/appointment-state';
import {
  askContract,
  changeContract,
  empty,
  id,
  instant,
  repeatableContract,
  searchContract,
  version,
} from '../http/contract';
import { modality } from '../schedule/appointment.contract';

const state = z.enum(appointmentLife.states);
const token = z.string().max(100);

/** The token travels in the body: what stands in a URL ends up in logs. */
export const openLink = askContract({
  path: '/links/open',
  summary: 'What the link of a message shows now. Asks, changes nothing: mail scanners open links too',
  body: z.strictObject({ token }),
  response: z.object({
    clientId: id,
    practiceName: z.string(),
    phone: z.string().nullable(),
    zone: z.string(),
    language: z.enum(['en', 'es']),
    appointments: z.array(
      z.object({
        id,
        startsAt: instant,
        minutes: z.number().int(),
        clinicianName: z.string(),
        modality,
        state,
        changeFreeUntil: instant,
        linked: z.boolean(),
        changedSince: z.boolean(),
      }),
    ),
  }),
  problems: ['not_found', 'link_expired'],
});
export type LinkPageView = z.infer<typeof openLink.response>;

export const confirmLink = repeatableContract({
  path: '/links/confirm',
  summary: 'The client will come. Confirming twice is confirming once',
  body: z.strictObject({ token, appointmentId: id }),
  response: openLink.response,
  problems: ['not_found', 'link_expired', 'wrong_state'],
});

export const ownAppointment = z.object({
  id,
  version,
  clientId: id,
  clientName: z.string(),
  startsAt: instant,
  endsAt: instant,
  minutes: z.number().int(),
  zone: z.string(),
  clinicianName: z.string(),
  modality,
  state,
  changeFreeUntil: instant,
});
export type OwnAppointment = z.infer<typeof ownAppointment>;

export const searchOwnAppointments = searchContract({
  path: '/appointments/search',
  summary: 'One’s own appointments, and those of children one is the guardian of',
  filter: z.strictObject({ ahead: z.boolean() }).partial(),
  sort: ['startsAt'],
  row: ownAppointment,
});

export const confirmOwn = changeContract({
  path: '/appointments/:id/confirm',
  summary: 'I will come',
  body: empty,
  response: ownAppointment,
  problems: ['wrong_state'],
});
