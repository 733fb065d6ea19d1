import { z } from 'zod';
import { type MoneyKind, debtAges, noteAges } from '../../domain/reports/report-codes';
import { askContract, day, id, readContract } from '../http/contract';

/** US cents, with their sign. */
const cents = z.number().int();
const kinds = z.object({ insurer: cents, card: cents, cash: cents, check: cents, other: cents } satisfies Record<
  MoneyKind,
  typeof cents
>);
const month = z.string().regex(/^\d{4}-\d\d$/);

/** Which day a report speaks of: today where none is named. */
const ofDay = z.strictObject({ asOf: day.optional() });

export const getRevenue = readContract({
  path: '/reports/revenue',
  summary: 'The money that came in over the twelve months until a day, by month and by how it came',
  query: ofDay,
  response: z.object({
    asOf: day,
    months: z.array(z.object({ month, kinds, cents })),
    payers: z.array(z.object({ name: z.string(), cents })).describe('insurers by the name in their files'),
    cents,
  }),
});
export type RevenueView = z.infer<typeof getRevenue.response>;

const ages = z.array(cents).length(debtAges.length).describe('by age of the service, youngest first');
const payerAges = z.object({ payerId: id.nullable(), name: z.string().nullable(), ages, cents });

export const getAging = readContract({
  path: '/reports/aging',
  summary: 'What insurers and clients owe as of a day, by the age of the service',
  query: ofDay,
  response: z.object({
    asOf: day,
    insurers: z.array(payerAges),
    denied: z.array(payerAges).describe('denied and in dispute: beside what is owed'),
    clients: z.object({ ages, creditCents: cents.describe('what stands to their credit: never positive'), cents }),
    owedCents: cents.describe('the accounts of insurers and clients as of the day'),
  }),
});
export type AgingView = z.infer<typeof getAging.response>;

const count = z.number().int().min(0);
const attendance = {
  kept: count,
  missed: count,
  late: count.describe('cancelled by the client later than the practice asks for, or left before she was seen'),
  undecided: count.describe('past, and nobody has said what became of it'),
};

export const getNoShows = readContract({
  path: '/reports/no-shows',
  summary:
    'Who came, who did not and who cancelled too late over the twelve months until a day, by month and by clinician',
  query: ofDay,
  response: z.object({
    asOf: day,
    ...attendance,
    months: z.array(z.object({ month, ...attendance })),
    clinicians: z.array(z.object({ clinicianId: id, name: z.string(), ...attendance })),
  }),
});
export type NoShowsView = z.infer<typeof getNoShows.response>;

const fates = z.object({
  delivered: count,
  sent: count.describe('went out, and nothing was heard of it since'),
  failed: count,
  left_out: count,
});

export const getReminders = readContract({
  path: '/reports/reminders',
  summary: 'What became of the reminders of the twelve months until a day, by month and by channel',
  query: ofDay,
  response: z.object({
    asOf: day,
    months: z.array(z.object({ month, channels: z.object({ sms: fates, email: fates }) })),
  }),
});
export type RemindersView = z.infer<typeof getReminders.response>;

export const getUnsignedNotes = readContract({
  path: '/reports/unsigned-notes',
  summary: 'Visits whose note nobody had signed by the end of a day, by clinician and by how long they wait',
  query: ofDay,
  response: z.object({
    asOf: day,
    clinicians: z.array(
      z.object({
        clinicianId: id,
        name: z.string(),
        ages: z.array(count).length(noteAges.length).describe('by days since the visit, youngest first'),
        count,
        oldestDay: day,
      }),
    ),
    count,
  }),
});
export type UnsignedNotesView = z.infer<typeof getUnsignedNotes.response>;

const asFile = (path: string, summary: string) =>
  askContract({
    path,
    summary,
    body: z.strictObject({ filter: ofDay.optional() }),
    response: z.string(),
    produces: 'text/csv',
  });

export const exportRevenue = asFile('/reports/revenue/export', 'The money that came in by month, as a file');
export const exportAging = asFile('/reports/aging/export', 'What is owed by its age, as a file');
export const exportNoShows = asFile('/reports/no-shows/export', 'Who came and who did not by month, as a file');
export const exportReminders = asFile('/reports/reminders/export', 'What became of reminders by month, as a file');
export const exportUnsignedNotes = asFile('/reports/unsigned-notes/export', 'Notes that wait by clinician, as a file');
