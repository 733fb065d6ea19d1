import type { LookupAnswer, SendAnswer, VendorCheck } from '../domain/messages/message-port';
import { type Exchange, retryAfterMs } from './exchange';

type Answered = Exchange & { readonly kind: 'answer' };

/**
 * The vendor does not know us, or no longer: nothing is wrong with the message, and it goes out when someone has mended the
 * settings. Every message would say the same, so a minute passes between them.
 */
export const credentialsRefused: SendAnswer = {
  kind: 'not_sent',
  code: 'credentials_refused',
  retryAfterMs: 60_000,
};

/**
 * What an exchange that did not succeed means for a message: 429 was not sent, 401 and 403 are about us, other 4xx never will be,
 * and nobody knows after a 5xx, a timeout or a line that broke. 408 says that the vendor gave up waiting: nobody knows.
 */
export function failedSend(exchange: Exchange, vendorCode?: string): SendAnswer {
  if (exchange.kind === 'unsent') return { kind: 'not_sent', code: exchange.code };
  if (exchange.kind === 'lost') return { kind: 'ambiguous', code: exchange.code };
  const { status } = exchange;
  const code = vendorCode ?? `http_${status}`;
  if (status === 429) return notNow(exchange, code);
  if (status === 401 || status === 403) return credentialsRefused;
  const never = status >= 400 && status < 500 && status !== 408;
  return { kind: never ? 'refused' : 'ambiguous', code };
}

export function noAnswer(exchange: Exchange): LookupAnswer {
  return { kind: 'no_answer', code: exchange.kind === 'answer' ? `http_${exchange.status}` : exchange.code };
}

/** What a harmless question to the vendor says of it. */
export function checked(exchange: Exchange): VendorCheck {
  if (exchange.kind !== 'answer') return { kind: 'no_answer', code: exchange.code };
  const { status } = exchange;
  if (status < 400) return { kind: 'ready' };
  return { kind: status < 500 && status !== 429 ? 'refuses_us' : 'no_answer', code: `http_${status}` };
}

function notNow({ headers }: Answered, code: string): SendAnswer {
  const after = retryAfterMs(headers);
  return { kind: 'not_sent', code, ...(after !== undefined && { retryAfterMs: after }) };
}
