import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import type { ViewedList } from './list-codes';

/** How a list stands: known values by the name of their filter, in which order, with which columns (null: as the list has them by itself). */
export interface Arrangement {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: { readonly field: string; readonly order: 'ASC' | 'DESC' } | null;
  readonly columns: readonly string[] | null;
}

/** How a person wants to see a list, under the name that she gave it. */
export interface ListView {
  readonly id: string;
  readonly version: number;
  readonly list: ViewedList;
  readonly name: string;
  readonly arrangement: Arrangement;
  readonly removed: boolean;
}

/** Whoever asks sees her own views: the table's policy says so. */
export const listViews = (tx: PracticeTx): Promise<readonly ListView[]> =>
  tx.all<ListView>`
    select id, version, list, name, arrangement, removed_at is not null as removed from list_views
     where practice_id = ${tx.practiceId} and membership_id = ${tx.actor} and removed_at is null order by lower(name), id`;

/** @throws AppError `not_found` */
export async function readView(tx: PracticeTx, id: string): Promise<ListView> {
  const view = await tx.one<ListView>`
    select id, version, list, name, arrangement, removed_at is not null as removed from list_views
     where practice_id = ${tx.practiceId} and id = ${id}`;
  if (!view) throw new AppError('not_found');
  return view;
}
