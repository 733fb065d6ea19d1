import { Hourglass, Wallet } from 'lucide-react';
import type { IconDrawing } from '../design/icon';

export const reportIds = ['revenue', 'aging'] as const;
export type ReportId = (typeof reportIds)[number];

interface Report {
  /** Of its page below `/reports`, and of its route below `/api/reports`. */
  readonly path: string;
  readonly icon: IconDrawing;
}

export const reports: Readonly<Record<ReportId, Report>> = {
  revenue: { path: 'revenue', icon: Wallet },
  aging: { path: 'aging', icon: Hourglass },
};

export const reportPath = (id: ReportId): string => `/reports/${reports[id].path}`;
