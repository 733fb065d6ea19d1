import { z } from 'zod';
import { blockKinds } from '../../domain/schedule/block-codes';
import {
  askContract,
  changeContract,
  createContract,
  day,
  empty,
  id,
  instant,
  version,
  wallTime,
} from '../http/contract';
import { appointmentView } from './appointment.contract';

export const findOpenings = askContract({
  path: '/calendar/openings',
  summary: 'Free stretches of all clinicians on a day from now on, or on the next day that has any',
  body: z.strictObject({ day }),
  response: z.object({
    day,
    openings: z.array(
      z.object({ clinicianId: id, startsAt: instant, start: wallTime, endsAt: instant, minutes: z.number().int() }),
    ),
  }),
});
export type OpeningView = z.infer<typeof findOpenings.response>['openings'][number];

export const blockView = z.object({
  id,
  version,
  resourceId: id,
  kind: z.enum(blockKinds),
  title: z.string().nullable(),
  startsAt: instant,
  endsAt: instant,
});

export const calendarDay = askContract({
  path: '/calendar/day',
  summary: 'A day with everything in it: appointments, blocks, and time that is taken by what the caller may not see',
  body: z.strictObject({ day }),
  response: z.object({
    day,
    from: instant,
    to: instant,
    appointments: z.array(appointmentView),
    blocks: z.array(blockView),
    hours: z.array(z.object({ resourceId: id, startsAt: instant, endsAt: instant })),
    taken: z.array(z.object({ resourceId: id, startsAt: instant, endsAt: instant })),
  }),
});

export const blockTimeContract = createContract({
  path: '/blocks',
  summary: 'Keep time of a clinician or a room free of bookings',
  body: z.strictObject({
    resourceId: id,
    kind: z.enum(blockKinds),
    title: z.string().trim().max(80).nullable().default(null),
    start: wallTime,
    minutes: z.number().int().min(5).max(1440),
  }),
  response: blockView,
  problems: ['slot_taken'],
});

export const endBlockContract = changeContract({
  path: '/blocks/:id/end',
  summary: 'Let the time be booked again',
  body: empty,
  response: blockView,
  problems: ['wrong_state'],
});
