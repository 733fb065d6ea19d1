import type { SystemView } from '../../api/system/system.contract';

/** What is late, beside parts that do not answer. */
export type Verdict = 'parked' | 'overdue' | 'waiting';

/** A change is passed on within a second; one that waits longer than this is news. */
const longSeconds = 30;

/** Everything that is late, what needs a person first. Empty: all is on time. */
export function verdictsOf({ outbox, overdueSteps }: Pick<SystemView, 'outbox' | 'overdueSteps'>): readonly Verdict[] {
  const waits = outbox.waiting > 0 && outbox.oldestSeconds > longSeconds;
  return [
    ...(outbox.parked > 0 ? (['parked'] as const) : []),
    ...(overdueSteps > 0 ? (['overdue'] as const) : []),
    ...(waits ? (['waiting'] as const) : []),
  ];
}

/** How the whole stands in one word: `slow` when every part answers and something is late all the same. */
export const overallOf = (system: SystemView): SystemView['state'] | 'slow' =>
  system.state === 'up' && verdictsOf(system).length > 0 ? 'slow' : system.state;

/** Parts that have words of their own. */
const known = ['postgres', 'temporal', 'files', 'texts', 'mail'] as const;
export type KnownPart = (typeof known)[number] | 'other';

/** A part that is newer than this page is told as `other`. */
export const knownPart = (name: string): KnownPart => known.find((one) => one === name) ?? 'other';
