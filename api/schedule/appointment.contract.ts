import { z } from 'zod';
import { messageLife } from '../../domain/messages/message-state';
import { noteLife } from '../../domain/notes/note-state';
import { appointmentLife } from '../../domain/schedule/appointment-state';
import { cancelReasons } from '../../domain/schedule/cancel-codes';
import { visitLife } from '../../domain/visits/visit-state';
import {
  askContract,
  changeContract,
  createContract,
  day,
  empty,
  id,
  instant,
  readContract,
  searchContract,
  version,
  wallTime,
} from '../http/contract';

export const modality = z.enum(['office', 'telehealth']);
const appointmentState = z.enum(appointmentLife.states);

export const nextStepView = z.object({
  step: z.string(),
  due: instant.nullable(),
  channel: z.string().nullable(),
  /** Stopped until someone has looked: a defect. */
  paused: z.boolean(),
});

export const appointmentView = z.object({
  id,
  version,
  clientId: id,
  clientName: z.string(),
  pronouns: z.string().nullable(),
  clinicianId: id,
  clinicianName: z.string(),
  colour: z.number().int(),
  typeId: id,
  typeName: z.string(),
  roomId: id.nullable(),
  roomName: z.string().nullable(),
  modality,
  startsAt: instant,
  endsAt: instant,
  localStart: wallTime,
  zone: z.string(),
  minutes: z.number().int(),
  state: appointmentState,
  occurrence: z.number().int(),
  firstVisit: z.boolean(),
  cancelKind: z.enum(['in_time', 'late']).nullable(),
  visit: z
    .object({
      id,
      version,
      state: z.enum(visitLife.states),
      arrivedAt: instant,
      seenAt: instant.nullable(),
      beganAt: instant.nullable(),
      endedAt: instant.nullable(),
      /** How far its note is, for those who may see notes; null also where nobody has begun one. */
      note: z.enum(noteLife.states).nullable(),
    })
    .nullable(),
  next: nextStepView.nullable(),
  /** When the client comes next after this one. */
  nextVisitAt: instant.nullable(),
  messageTrouble: z.enum(['refused', 'unknown']).nullable(),
});
export type AppointmentView = z.infer<typeof appointmentView>;

export const plannedReminder = z.object({
  code: z.string(),
  channel: z.enum(['sms', 'email']),
  due: instant,
  usefulUntil: instant,
  unreachable: z.enum(['no_consent', 'no_contact']).nullable(),
  messageId: id.nullable(),
  messageState: z.enum(messageLife.states).nullable(),
  sentAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  failedAt: instant.nullable(),
});
export type PlannedReminderView = z.infer<typeof plannedReminder>;

/** One appointment whole: with every reminder that is planned, sent or not possible. */
export const appointmentDetail = appointmentView.extend({
  changeFreeUntil: instant,
  cancelReason: z.string().nullable(),
  reminders: z.array(plannedReminder),
});
export type AppointmentDetail = z.infer<typeof appointmentDetail>;

export const searchAppointments = searchContract({
  path: '/appointments/search',
  summary: 'Appointments by day, clinician, client or id, in the order of their start',
  filter: z
    .strictObject({
      ids: z.array(id).max(200),
      day,
      from: instant,
      to: instant,
      clinicianId: id,
      clientId: id,
      states: z.array(appointmentState).max(20),
    })
    .partial(),
  sort: ['startsAt'],
  row: appointmentView,
});

export const getAppointment = readContract({
  path: '/appointments/:id',
  summary: 'One appointment with its reminders',
  response: appointmentDetail,
});

const booking = z.strictObject({
  clientId: id,
  clinicianId: id,
  typeId: id,
  roomId: id.nullable().default(null),
  start: wallTime,
  minutes: z.number().int().min(5).max(480).optional(),
  modality: modality.optional(),
  /** Someone has seen what is there and books on top of it. */
  doubleBook: z.boolean().default(false),
});

export const bookAppointmentContract = createContract({
  path: '/appointments',
  summary: 'Book an appointment',
  body: booking,
  response: appointmentDetail,
  problems: ['slot_taken', 'wrong_state'],
});

export const moveAppointmentContract = changeContract({
  path: '/appointments/:id/move',
  summary: 'Move an appointment to another time, clinician or room',
  body: z.strictObject({
    start: wallTime,
    minutes: z.number().int().min(5).max(480).optional(),
    clinicianId: id.optional(),
    roomId: id.nullable().optional(),
    modality: modality.optional(),
    doubleBook: z.boolean().default(false),
  }),
  response: appointmentDetail,
  problems: ['slot_taken', 'wrong_state'],
});

export const cancelAppointmentContract = changeContract({
  path: '/appointments/:id/cancel',
  summary: 'Cancel an appointment; the client hears of it if she had been told of it',
  body: z.strictObject({ reason: z.enum(cancelReasons), byClient: z.boolean().default(false) }),
  response: appointmentDetail,
  problems: ['wrong_state'],
});

export const restoreAppointmentContract = changeContract({
  path: '/appointments/:id/restore',
  summary: 'Take back a cancellation or a no-show, if the time is still free; a cancelled one also at another time',
  body: z.strictObject({ start: wallTime.optional(), doubleBook: z.boolean().default(false) }),
  response: appointmentDetail,
  problems: ['slot_taken', 'wrong_state'],
});

export const confirmAppointmentContract = changeContract({
  path: '/appointments/:id/confirm',
  summary: 'The client has said that she will come',
  body: empty,
  response: appointmentDetail,
  problems: ['wrong_state'],
});

export const missAppointmentContract = changeContract({
  path: '/appointments/:id/miss',
  summary: 'The client did not come: decided by a person',
  body: empty,
  response: appointmentDetail,
  problems: ['wrong_state'],
});

export const hurryReminderContract = changeContract({
  path: '/appointments/:id/send-now',
  summary: 'Send at once what the next step would send later',
  body: empty,
  response: appointmentDetail,
  problems: ['wrong_state'],
});

export const findTimes = askContract({
  path: '/appointments/free-times',
  summary: 'Free times nearest to a wish',
  body: z.strictObject({
    clientId: id.optional(),
    clinicianId: id,
    typeId: id,
    start: wallTime,
    minutes: z.number().int().min(5).max(480).optional(),
    roomId: id.nullable().optional(),
    /** The appointment that is being moved: its own time is no obstacle. */
    appointmentId: id.optional(),
  }),
  response: z.object({
    taken: z.boolean(),
    takenBy: z.array(z.enum(['clinician', 'room', 'client'])),
    times: z.array(z.object({ startsAt: instant, start: wallTime })),
  }),
});
