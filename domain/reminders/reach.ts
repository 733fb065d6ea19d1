import type { Reachability } from './reminder-plan';

/** The client's word on channels, and the ways to reach the client that are in force. */
export interface ReachFacts {
  readonly consents: readonly string[];
  /** Kinds of contact: `mobile`, `phone`, `email`. */
  readonly kinds: readonly string[];
}

/** By which channels a client may and can be written to. A text needs a mobile number, a landline does not do. */
export const reachOf = ({ consents, kinds }: ReachFacts): Reachability => {
  const reach = (channel: 'sms' | 'email', kind: string) => {
    if (!consents.includes(channel)) return 'no_consent' as const;
    return kinds.includes(kind) ? null : ('no_contact' as const);
  };
  return { sms: reach('sms', 'mobile'), email: reach('email', 'email') };
};
