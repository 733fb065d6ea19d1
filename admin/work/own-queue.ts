import type { WorkItemView } from '../../api/work/work.contract';

type Queue = WorkItemView['queue'];

const queueOf: Readonly<Record<string, Queue>> = {
  front_desk: 'front_desk',
  clinician: 'clinician',
  biller: 'billing',
};

/** The queue that a person's roles work in. Who works in several, or looks after the others, has no one queue of her own. */
export function ownQueue(roles: readonly string[]): Queue | undefined {
  const queues = new Set(roles.map((role) => queueOf[role]));
  const [only] = queues;
  return queues.size === 1 ? only : undefined;
}
