import type {
  CallbackReading,
  CallbackRequest,
  Channel,
  LookupAnswer,
  MessagePort,
  OutboundMessage,
  Repeat,
  SendAnswer,
  VendorCheck,
} from '../../domain/messages/message-port';
import { checked, failedSend, noAnswer } from '../answers';
import { type Exchange, exchange } from '../exchange';
import { isSigned, signatureHeader } from './signature';

export interface SandboxOptions {
  /** Where the message sandbox listens. */
  readonly url: string;
  readonly channel: Channel;
  readonly repeat: Repeat;
  readonly secret: string;
  /** Where the sandbox reports. Without it, it does not. */
  readonly callbackUrl?: string;
  readonly now?: () => number;
}

/** The development message sandbox, in one of the three ways in which vendors differ. */
export function sandboxPort(options: SandboxOptions): MessagePort {
  const { url, channel, repeat, callbackUrl } = options;
  const port: MessagePort = { vendor: 'sandbox', channel, repeat, send, check };
  return repeat === 'lookup' ? { ...port, lookUp, readCallback: (request) => read(request, options) } : port;

  async function send(message: OutboundMessage, signal: AbortSignal): Promise<SendAnswer> {
    const { key, to, subject, body } = message;
    const submission = {
      key,
      to,
      body,
      ...(subject !== undefined && { subject }),
      ...(callbackUrl && { callbackUrl }),
    };
    const headers = { 'content-type': 'application/json' };
    const asked = {
      url: `${url}/${repeat}/${channel}`,
      method: 'POST',
      headers,
      body: JSON.stringify(submission),
    } as const;
    const answer = await exchange(asked, signal);
    if (answer.kind !== 'answer') return failedSend(answer);
    const said = jsonOf(answer);
    if (answer.status !== 200 && answer.status !== 201) return failedSend(answer, wordIn(said, 'code'));
    const vendorId = wordIn(said, 'id');
    return vendorId === undefined ? { kind: 'ambiguous', code: 'unreadable' } : { kind: 'accepted', vendorId };
  }

  async function check(signal: AbortSignal): Promise<VendorCheck> {
    return checked(await exchange({ url: `${url}/readyz`, method: 'GET' }, signal));
  }

  async function lookUp({ key }: OutboundMessage, signal: AbortSignal): Promise<LookupAnswer> {
    const asked = { url: `${url}/lookup/${channel}?key=${encodeURIComponent(key)}`, method: 'GET' } as const;
    const answer = await exchange(asked, signal);
    const said = answer.kind === 'answer' && answer.status === 200 ? jsonOf(answer) : undefined;
    if (said?.['found'] === false) return { kind: 'not_found' };
    const vendorId = said && wordIn(said, 'id');
    return vendorId === undefined ? noAnswer(answer) : { kind: 'found', vendorId };
  }
}

function read({ headers, rawBody }: CallbackRequest, { secret, now = Date.now }: SandboxOptions): CallbackReading {
  if (!isSigned(secret, rawBody, headers[signatureHeader], now())) return { kind: 'forged' };
  const said = parsed(rawBody);
  const [key, vendorId, state] = [wordIn(said, 'key'), wordIn(said, 'id'), wordIn(said, 'state')];
  if (key === undefined || vendorId === undefined) return { kind: 'irrelevant' };
  return state === 'accepted' || state === 'delivered'
    ? { kind: 'report', key, vendorId, state }
    : { kind: 'irrelevant' };
}

const jsonOf = (answer: Exchange & { readonly kind: 'answer' }) => parsed(answer.text);

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {}; // not JSON: then nothing in it can be read
  }
}

function wordIn(said: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = said[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
