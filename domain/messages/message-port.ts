import type { Instant } from '../time/instant';

export type { Instant };

export type Channel = 'sms' | 'email';

/**
 * What can be done when nobody knows whether a message went out.
 * `keyed`: send again with the same key, the vendor sends once. `lookup`: ask the vendor. `never`: a person decides.
 */
export type Repeat = 'keyed' | 'lookup' | 'never';

export interface OutboundMessage {
  /** The message's row and its number of sending, `id.n`: idempotency key and callback reference. Opaque. */
  readonly key: string;
  /** E.164 for a text, an address for mail. One recipient. */
  readonly to: string;
  /** Mail only. */
  readonly subject?: string;
  /** Plain text. */
  readonly body: string;
  /** Of the body, for those who hear it read. English where it is left out. */
  readonly language?: 'en' | 'es';
  /** When this key was first handed to the vendor: the beginning of what a look-up has to search. */
  readonly firstTriedAt: Instant;
}

/** `code` is the vendor's, or the network's. It never holds an address, a text or a secret. */
export type SendAnswer =
  | { readonly kind: 'accepted'; readonly vendorId: string }
  /** The vendor will never send this. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Certainly not sent: the request was never written, or the vendor said "not now". */
  | { readonly kind: 'not_sent'; readonly code: string; readonly retryAfterMs?: number }
  /** Sent or not, nobody knows. */
  | { readonly kind: 'ambiguous'; readonly code: string };

/** `not_found` proves something only a while after the call: vendors index late. */
export type LookupAnswer =
  | { readonly kind: 'found'; readonly vendorId: string }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'no_answer'; readonly code: string };

/** Whether a vendor is there and knows us. Nothing is sent for it, and nothing of a person is told. */
export type VendorCheck =
  | { readonly kind: 'ready' }
  /** It answers and would take nothing from us: credentials, an account that was closed. */
  | { readonly kind: 'refuses_us'; readonly code: string }
  | { readonly kind: 'no_answer'; readonly code: string };

/** Whether, of late, something went wrong since the last message that the vendor took. */
export type IsTroubled = (channel: Channel, vendor: string) => Promise<boolean>;

/** A vendor's call to us, as the server received it. Header names are lower-case. */
export interface CallbackRequest {
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The fields of a form body; empty for others. */
  readonly form: Readonly<Record<string, string>>;
  readonly rawBody: string;
}

export type CallbackReading =
  | { readonly kind: 'forged' }
  | { readonly kind: 'irrelevant' }
  | {
      readonly kind: 'report';
      readonly key: string;
      readonly vendorId: string;
      readonly state: 'accepted' | 'delivered' | 'failed';
      readonly code?: string;
    };

/** The way out for texts or mail. Nothing that the vendor or the network does is thrown: it is an answer. */
export interface MessagePort {
  /** As the register of agreements names it. */
  readonly vendor: string;
  readonly channel: Channel;
  readonly repeat: Repeat;
  /** The caller bounds it: when `signal` fires, the answer is `not_sent` or `ambiguous`, at once. */
  send(message: OutboundMessage, signal: AbortSignal): Promise<SendAnswer>;
  /** For health pages. The caller bounds it, as it bounds `send`. */
  check(signal: AbortSignal): Promise<VendorCheck>;
  /** `lookup` ports have it. */
  lookUp?(message: OutboundMessage, signal: AbortSignal): Promise<LookupAnswer>;
  /** Ports whose vendor calls back have it. Texts that people send us will come this way too, as a kind of their own. */
  readCallback?(request: CallbackRequest): CallbackReading;
}
