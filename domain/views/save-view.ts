import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { AppError, invalid } from '../problems';
import { toDate } from '../time/instant';
import type { ViewedList } from './list-codes';
import type { Arrangement } from './list-views';

/** More than anyone can tell apart. */
const mostViews = 40;

interface SavedAs {
  readonly list: ViewedList;
  readonly name: string;
  readonly arrangement: Omit<Arrangement, 'filters'> & {
    readonly filters: Readonly<Record<string, string | undefined>>;
  };
}

/** Keeps how a list stands under a name, for the person who asks. @throws AppError `duplicate`, `invalid` */
export async function saveView(tx: PracticeTx, { list, name, arrangement }: SavedAs): Promise<string> {
  await roomFor(tx, list, name);
  const id = newId();
  await tx.rows('list_views').insert({
    practice_id: tx.practiceId,
    id,
    membership_id: tx.actor,
    list,
    name,
    arrangement: JSON.stringify(arrangement),
    made_at: toDate(tx.now),
  });
  tx.touch({ record: id });
  return id;
}

/** Another name, or another arrangement. @throws AppError `duplicate`, `not_found`, `stale_version`, `wrong_state` */
export async function changeView(
  tx: PracticeTx,
  { id, version, list, name, arrangement }: SavedAs & { readonly id: string; readonly version: number },
): Promise<void> {
  const view = await locked(tx, 'list_views', id, version);
  if (view.removed_at !== null) throw new AppError('wrong_state');
  if (view.list !== list) throw invalid('/list', 'not_one_of');
  if (view.name.toLowerCase() !== name.toLowerCase()) await refuseTaken(tx, list, name);
  await tx
    .rows('list_views')
    .where({ practice_id: tx.practiceId, id })
    .update({ name, arrangement: JSON.stringify(arrangement), version: version + 1 });
}

/** Out of sight; `restoreView` brings it back. @throws AppError `not_found`, `stale_version`, `wrong_state` */
export async function removeView(
  tx: PracticeTx,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  const view = await locked(tx, 'list_views', id, version);
  if (view.removed_at !== null) throw new AppError('wrong_state');
  await tx
    .rows('list_views')
    .where({ practice_id: tx.practiceId, id })
    .update({ removed_at: toDate(tx.now), version: version + 1 });
}

/** @throws AppError `duplicate` when its name is in use again, `invalid`, `not_found`, `stale_version`, `wrong_state` */
export async function restoreView(
  tx: PracticeTx,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  const view = await locked(tx, 'list_views', id, version);
  if (view.removed_at === null) throw new AppError('wrong_state');
  await roomFor(tx, view.list, view.name);
  await tx
    .rows('list_views')
    .where({ practice_id: tx.practiceId, id })
    .update({ removed_at: null, version: version + 1 });
}

async function roomFor(tx: PracticeTx, list: ViewedList, name: string): Promise<void> {
  const own = await tx.one<{ n: number }>`
    select count(*)::int as n from list_views
     where practice_id = ${tx.practiceId} and membership_id = ${tx.actor} and list = ${list} and removed_at is null`;
  if ((own?.n ?? 0) >= mostViews) throw invalid('/name', 'too_many', { max: mostViews });
  await refuseTaken(tx, list, name);
}

/** Two views of a list that are called the same could not be told apart. */
async function refuseTaken(tx: PracticeTx, list: ViewedList, name: string): Promise<void> {
  const taken = await tx.one`
    select 1 as taken from list_views where practice_id = ${tx.practiceId} and membership_id = ${tx.actor} and list = ${list}
       and lower(name) = lower(${name}) and removed_at is null`;
  if (taken) throw new AppError('duplicate');
}
