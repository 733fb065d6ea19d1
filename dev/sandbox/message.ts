import { z } from 'zod';

export const modes = ['keyed', 'lookup', 'never'] as const;
export const channels = ['sms', 'email'] as const;
export type Mode = (typeof modes)[number];
export type Channel = (typeof channels)[number];

export const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const text = z.string().min(1).max(20_000);

/** What a caller posts to `/{mode}/{channel}`. */
export const submission = z.strictObject({
  key: z.string().min(1).max(200),
  to: z.string().min(1).max(320),
  subject: z.string().max(1000).optional(),
  body: text,
  /** On this machine only: nothing leaves it. */
  callbackUrl: z
    .url({ protocol: /^http$/ })
    .refine((url) => loopback.has(new URL(url).hostname), 'must be on this machine')
    .optional(),
});
export type Submission = z.output<typeof submission>;

/** A message that a phone or a mailbox got. */
export interface Message extends Submission {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly mode: Mode;
  readonly channel: Channel;
  /** Whether its callbacks were told to get lost. */
  readonly silent?: true;
}

export type CallbackState = 'accepted' | 'delivered';

/** Whether `to` could be a phone's number (E.164) or an address. */
export const canReach = (channel: Channel, to: string): boolean =>
  channel === 'sms' ? /^\+[1-9]\d{6,14}$/.test(to) : /^[^\s@<>]+@[^\s@<>]+$/.test(to);
