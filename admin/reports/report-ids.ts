import { CalendarX2, Hourglass, MessageSquareText, PenLine, Wallet } from 'lucide-react';
import type { IconDrawing } from '../design/icon';

export const reportIds = ['revenue', 'aging', 'noShows', 'reminders', 'unsignedNotes'] as const;
export type ReportId = (typeof reportIds)[number];

interface Report {
  /** Of its page below `/reports`, and of its route below `/api/reports`. */
  readonly path: string;
  readonly icon: IconDrawing;
  /** The capability of its route. */
  readonly needs: 'billing.read' | 'reports.read';
}

export const reports: Readonly<Record<ReportId, Report>> = {
  revenue: { path: 'revenue', icon: Wallet, needs: 'billing.read' },
  aging: { path: 'aging', icon: Hourglass, needs: 'billing.read' },
  noShows: { path: 'no-shows', icon: CalendarX2, needs: 'reports.read' },
  reminders: { path: 'reminders', icon: MessageSquareText, needs: 'reports.read' },
  unsignedNotes: { path: 'unsigned-notes', icon: PenLine, needs: 'reports.read' },
};

export const reportPath = (id: ReportId): string => `/reports/${reports[id].path}`;
