import type { WorkItemView } from '../../api/work/work.contract';

/**
 * What waits for her: what is hers by name, and what is any clinician's; each once, what is due first on top. An unsigned note
 * stands among the notes that she owes.
 */
export function myWork(
  ofClinicians: readonly WorkItemView[],
  ownedByMe: readonly WorkItemView[],
): readonly WorkItemView[] {
  const all = new Map([...ofClinicians, ...ownedByMe].map((item) => [item.id, item]));
  return [...all.values()]
    .filter(({ state, cause }) => state === 'open' && cause !== 'note_unsigned')
    .toSorted((a, b) => dueOrLast(a) - dueOrLast(b) || a.openedAt - b.openedAt);
}

const dueOrLast = ({ dueAt }: WorkItemView): number => dueAt ?? Number.MAX_SAFE_INTEGER;
