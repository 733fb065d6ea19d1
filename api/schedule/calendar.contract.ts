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

/** As many days as are asked for at once: a month that is drawn in whole weeks. */
export const mostDays = 42;
/** Clinicians and rooms. */
const resourceIds = z.array(id).max(100).optional();
const dayMs = 86_400_000;
/** What begins before it ends before an instant can no longer be written. */
const lastDay = Date.UTC(2200, 0, 1);

export const findOpenings = askContract({
  path: '/calendar/openings',
  summary:
    'Free stretches of clinicians on a day from now on, or on the next day that has any within two weeks; or on several such days. Long enough for minutes, else for the shortest kind of appointment',
  body: z.strictObject({
    day,
    days: z.number().int().min(1).max(7).optional(),
    clinicianIds: z.array(id).max(100).optional(),
    minutes: z.number().int().min(5).max(480).optional(),
  }),
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
  summary:
    'A day, or up to 42 that follow it, with everything in them: appointments, blocks, and time that is taken by what the caller may not see. With mostPerDay an overview: how many appointments each day has, and the first of them',
  body: z
    .strictObject({
      day,
      days: z.number().int().min(1).max(mostDays).optional(),
      resourceIds,
      mostPerDay: z.number().int().min(1).max(20).optional(),
    })
    .refine(({ day: first, days = 1 }) => Date.parse(first) + (days + 1) * dayMs < lastDay, 'day_out_of_range'),
  response: z.object({
    day,
    from: instant,
    to: instant,
    days: z.array(z.object({ day, from: instant, to: instant, count: z.number().int() })),
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
