import { validateRequest } from 'twilio';
import type {
  CallbackReading,
  CallbackRequest,
  LookupAnswer,
  MessagePort,
  OutboundMessage,
  SendAnswer,
  VendorCheck,
} from '../../domain/messages/message-port';
import { checked, credentialsRefused, failedSend, noAnswer } from '../answers';
import type { Exchange } from '../exchange';
import { type TwilioAccount, twilioCall } from './twilio-client';

export interface TwilioOptions extends TwilioAccount {
  /** A number of ours (E.164), or the id of a messaging service (`MG…`). */
  readonly from: string;
  /** The public URL of our callback route, exactly as Twilio will call it, without a query. */
  readonly callbackUrl: string;
  /** The account hides numbers or texts after sending (Twilio's "message redaction"): then nothing can be looked up. */
  readonly redacted?: boolean;
}

/**
 * Texts by Twilio. It takes no idempotency key, so what is unclear is looked up: the messages to this number since
 * the first try, with these words. https://www.twilio.com/docs/messaging/api/message-resource
 */
export function twilioPort(options: TwilioOptions): MessagePort {
  const port = { vendor: 'twilio', channel: 'sms', send, check, readCallback: read } as const;
  return options.redacted ? { ...port, repeat: 'never' } : { ...port, repeat: 'lookup', lookUp };

  async function send({ key, to, body }: OutboundMessage, signal: AbortSignal): Promise<SendAnswer> {
    const sender = options.from.startsWith('MG') ? { messagingServiceSid: options.from } : { from: options.from };
    const call = twilioCall(options, signal);
    try {
      const { sid } = await call.messages.create({
        to,
        body,
        ...sender,
        statusCallback: `${options.callbackUrl}?key=${key}`,
      });
      return sid ? { kind: 'accepted', vendorId: sid } : { kind: 'ambiguous', code: 'unreadable' };
    } catch (error) {
      return sendFailure(call.last() ?? rethrown(error));
    }
  }

  /** https://www.twilio.com/docs/iam/api/account: an account that does not pay, or that was closed, sends nothing. */
  async function check(signal: AbortSignal): Promise<VendorCheck> {
    const call = twilioCall(options, signal);
    try {
      const status = await call.accountStatus();
      return status === 'active' ? { kind: 'ready' } : { kind: 'refuses_us', code: `account_${status}` };
    } catch (error) {
      const said = checked(call.last() ?? rethrown(error));
      return said.kind === 'ready' ? { kind: 'no_answer', code: 'unreadable' } : said;
    }
  }

  async function lookUp({ to, body, firstTriedAt }: OutboundMessage, signal: AbortSignal): Promise<LookupAnswer> {
    const call = twilioCall(options, signal);
    const since = firstTriedAt - clockSkewMs;
    // The filter takes whole days in GMT. A message that is still queued has no day of sending: asked for without one.
    const day = new Date(new Date(since).setUTCHours(0, 0, 0, 0));
    try {
      for (const filter of [{ dateSentAfter: day }, {}]) {
        const listed = await call.messages.list({ to, ...filter, pageSize: 100, limit: mostListed });
        const candidates = listed.filter((one) => one.direction !== 'inbound' && one.dateCreated.getTime() >= since);
        const found = candidates.find((one) => sameWords(one.body, body));
        if (found) return { kind: 'found', vendorId: found.sid };
        if (candidates.some((one) => !one.body)) return { kind: 'no_answer', code: 'body_hidden' };
      }
      return { kind: 'not_found' };
    } catch (error) {
      return noAnswer(call.last() ?? rethrown(error));
    }
  }

  function read({ url, headers, form }: CallbackRequest): CallbackReading {
    const calledUrl = new URL(options.callbackUrl).origin + url;
    if (!validateRequest(options.authToken, headers['x-twilio-signature'] ?? '', calledUrl, { ...form }))
      return { kind: 'forged' };
    const key = new URL(calledUrl).searchParams.get('key');
    const { MessageSid: vendorId, MessageStatus: status = '', ErrorCode: code } = form;
    const state = states[status];
    if (!key || !vendorId || !state) return { kind: 'irrelevant' };
    return { kind: 'report', key, vendorId, state, ...(code && { code: `twilio_${code}` }) };
  }
}

/** Between Twilio's clock and ours. */
const clockSkewMs = 5 * 60_000;
/** Nobody gets so many texts in the days that a look-up covers. */
const mostListed = 500;

/** `read` is a receipt of other channels than SMS; inbound and scheduled states mean nothing for a message of ours. */
const states: Readonly<Record<string, 'accepted' | 'delivered' | 'failed'>> = {
  accepted: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'accepted',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

/** Said with a 4xx other than 429, and yet "not now": the sender's queue is full, its daily limit is reached. */
const notNow = new Set([20429, 21611, 63038]);

/** "Authenticate": said with 401, and by some of Twilio's gateways with other statuses. */
const notKnown = 20003;

/** A trial account puts a sentence before what we wrote. */
const sameWords = (theirs: string, ours: string): boolean =>
  theirs === ours || (theirs.startsWith('Sent from your Twilio trial account') && theirs.endsWith(ours));

function sendFailure(exchange: Exchange): SendAnswer {
  if (exchange.kind !== 'answer') return failedSend(exchange);
  if (exchange.status < 400) return { kind: 'ambiguous', code: 'unreadable' };
  const number = errorNumber(exchange.text);
  const code = number === undefined ? undefined : `twilio_${number}`;
  if (number === notKnown) return credentialsRefused;
  if (number !== undefined && notNow.has(number)) return failedSend({ ...exchange, status: 429 }, code);
  return failedSend(exchange, code);
}

/** The number of https://www.twilio.com/docs/api/errors. Its sentence is dropped: it repeats the number of the phone. */
function errorNumber(text: string): number | undefined {
  const number = /"code"\s*:\s*(\d{3,6})\b/.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Nothing went over the wire: then it is a defect of ours. */
function rethrown(error: unknown): never {
  throw error instanceof Error ? error : new Error('the vendor client failed');
}
