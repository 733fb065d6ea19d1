import { z } from 'zod';
import { paymentMethods } from '../../domain/ledger/balance-codes';
import { appointmentLife } from '../../domain/schedule/appointment-state';
import {
  askContract,
  changeContract,
  day,
  empty,
  id,
  instant,
  readContract,
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

export const getOwnPractice = readContract({
  path: '/practice',
  summary: 'Where one is a client: name, phone and clock of the practice',
  response: z.object({ name: z.string(), phone: z.string().nullable(), zone: z.string() }),
});
export type OwnPractice = z.infer<typeof getOwnPractice.response>;

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
  next: z.object({ channel: z.enum(['sms', 'email']), due: instant }).nullable(),
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

const cents = z.number().int();

const ownBalance = z.object({
  clientId: id,
  clientName: z.string(),
  balanceCents: cents,
  creditCents: cents,
  shares: z.array(
    z.object({
      id,
      serviceDay: day,
      payerName: z.string().nullable(),
      chargeCents: cents,
      paidCents: cents,
      contractualCents: cents,
      deniedCents: cents,
      writtenOffCents: cents,
      waitingCents: cents,
      ownCents: cents,
      parts: z.array(z.object({ reason: z.string(), cents })),
      settledCents: cents,
      openCents: cents,
    }),
  ),
  payments: z.array(z.object({ id, cents, method: z.enum(paymentMethods), takenAt: instant })),
});
export type OwnBalance = z.infer<typeof ownBalance>;

export const getOwnBalances = readContract({
  path: '/balances',
  summary: 'What one owes, and why: one’s own, and that of children one is the guardian of',
  response: z.object({ balances: z.array(ownBalance) }),
});
