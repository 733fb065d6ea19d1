import type { PracticeTx } from '../../domain/database/practice-tx';
import type { readAging } from '../../domain/reports/aging';
import type { readNoShows } from '../../domain/reports/no-shows';
import type { readReminders } from '../../domain/reports/reminders';
import { moneyKinds, noteAges, reminderChannels, reminderFates } from '../../domain/reports/report-codes';
import type { readRevenue } from '../../domain/reports/revenue';
import type { readUnsignedNotes } from '../../domain/reports/unsigned-notes';
import { centsCell, numberCell } from '../lists/csv';
import type { ExportColumn } from '../lists/export-route';

type Read<Report extends (tx: PracticeTx, of: never) => unknown> = Awaited<ReturnType<Report>>;

const whole = <Row>(rows: readonly Row[]) => ({ rows, total: rows.length });

type MonthRow = Read<typeof readRevenue>['months'][number] & { readonly id?: string };

export const monthRows = ({ months }: Read<typeof readRevenue>) => whole<MonthRow>(months);

export const ofRevenue: readonly ExportColumn<MonthRow>[] = [
  { header: 'month', cell: ({ month }) => month },
  ...moneyKinds.map((kind) => ({
    header: `money_${kind}` as const,
    cell: ({ kinds }: MonthRow) => centsCell(kinds[kind]),
  })),
  { header: 'total', cell: ({ cents }) => centsCell(cents) },
];

interface AgingRow {
  readonly id?: string;
  readonly kind: 'insurer' | 'denied' | 'clients' | 'credit';
  readonly payer: string | null;
  /** Undefined where what is owed has no age. */
  readonly ages: readonly number[] | undefined;
  readonly cents: number;
}

export function agingRows({ insurers, denied, clients }: Read<typeof readAging>) {
  const { ages, creditCents, cents } = clients;
  return whole<AgingRow>([
    ...insurers.map(({ name, ...row }) => ({ kind: 'insurer' as const, payer: name, ...row })),
    { kind: 'clients', payer: null, ages, cents: cents - creditCents },
    { kind: 'credit', payer: null, ages: undefined, cents: creditCents },
    ...denied.map(({ name, ...row }) => ({ kind: 'denied' as const, payer: name, ...row })),
  ]);
}

const aged = (at: number) => (row: AgingRow) => (row.ages === undefined ? null : centsCell(row.ages[at] ?? 0));

export const ofAging: readonly ExportColumn<AgingRow>[] = [
  { header: 'kind', cell: ({ kind }) => kind },
  { header: 'payer', cell: ({ payer }) => payer },
  { header: 'days_0_30', cell: aged(0) },
  { header: 'days_31_60', cell: aged(1) },
  { header: 'days_61_90', cell: aged(2) },
  { header: 'days_91_120', cell: aged(3) },
  { header: 'days_121', cell: aged(4) },
  { header: 'total', cell: ({ cents }) => centsCell(cents) },
];

type NoShowRow = Read<typeof readNoShows>['months'][number] & { readonly id?: string };

export const noShowRows = ({ months }: Read<typeof readNoShows>) => whole<NoShowRow>(months);

export const ofNoShows: readonly ExportColumn<NoShowRow>[] = [
  { header: 'month', cell: ({ month }) => month },
  { header: 'kept', cell: ({ kept }) => numberCell(kept) },
  { header: 'missed', cell: ({ missed }) => numberCell(missed) },
  { header: 'late', cell: ({ late }) => numberCell(late) },
  { header: 'undecided', cell: ({ undecided }) => numberCell(undecided) },
];

type ReminderMonth = Read<typeof readReminders>['months'][number];
interface ReminderRow {
  readonly id?: string;
  readonly month: string;
  readonly channel: (typeof reminderChannels)[number];
  readonly fates: ReminderMonth['channels']['sms'];
}

export const reminderRows = ({ months }: Read<typeof readReminders>) =>
  whole<ReminderRow>(
    months.flatMap(({ month, channels }) =>
      reminderChannels.map((channel) => ({ month, channel, fates: channels[channel] })),
    ),
  );

export const ofReminders: readonly ExportColumn<ReminderRow>[] = [
  { header: 'month', cell: ({ month }) => month },
  { header: 'channel', cell: ({ channel }) => channel },
  ...reminderFates.map((fate) => ({
    header: `fate_${fate}` as const,
    cell: ({ fates }: ReminderRow) => numberCell(fates[fate]),
  })),
];

type NoteRow = Read<typeof readUnsignedNotes>['clinicians'][number] & { readonly id?: string };

export const noteRows = ({ clinicians }: Read<typeof readUnsignedNotes>) => whole<NoteRow>(clinicians);

export const ofUnsignedNotes: readonly ExportColumn<NoteRow>[] = [
  { header: 'clinician', cell: ({ name }) => name },
  ...noteAges.map((age, at) => ({
    header: `note_${age}` as const,
    cell: ({ ages }: NoteRow) => numberCell(ages[at] ?? 0),
  })),
  { header: 'total', cell: ({ count }) => numberCell(count) },
  { header: 'oldest', cell: ({ oldestDay }) => oldestDay },
];
