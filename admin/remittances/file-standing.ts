import type { RemittanceFileView } from '../../api/remittances/file.contract';
import type { Dropped } from './use-send-files';

/** How a file on its way stands, as a person asks: is it there, is it read, is it posted, do I have to do something? */
export type FileStanding =
  | { readonly kind: 'failed' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'posting'; readonly done: number; readonly claims: number }
  | { readonly kind: 'aside'; readonly before: boolean }
  | { readonly kind: 'posted'; readonly before: boolean; readonly posted: number };

type Shown = Pick<
  RemittanceFileView,
  'state' | 'open' | 'remittances' | 'duplicates' | 'quarantined' | 'claims' | 'done'
>;

/** @param file undefined while it is still on its way to us */
export function standingOf(file: Shown | undefined, dropped?: Pick<Dropped, 'problem' | 'before'>): FileStanding {
  if (dropped?.problem) return { kind: 'failed' };
  if (!file) return { kind: 'sending' };
  const before = dropped?.before ?? false;
  if (file.state === 'quarantined' || file.state === 'dismissed') return { kind: 'aside', before };
  if (file.state === 'stored') return { kind: 'reading' };
  if (file.open) return { kind: 'posting', done: file.done, claims: file.claims };
  return { kind: 'posted', before, posted: file.remittances - file.duplicates - file.quarantined };
}
