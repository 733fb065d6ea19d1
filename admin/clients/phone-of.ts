import type { ClientView } from '../../api/clients/client.contract';

export interface CallablePhone {
  readonly number: string;
  readonly leaveMessage: boolean;
}

/** The number to call: the newest mobile, else the newest landline. Contacts come oldest first. */
export function phoneOf({ contacts }: Pick<ClientView, 'contacts'>): CallablePhone | null {
  const newest = (kind: 'mobile' | 'phone') => contacts.findLast((one) => one.kind === kind);
  const found = newest('mobile') ?? newest('phone');
  return found ? { number: found.value, leaveMessage: found.leaveMessage } : null;
}
