import { Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import type Response from 'twilio/lib/http/response';
import { type Exchange, exchange } from '../exchange';

export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Another origin than Twilio's, for tests. */
  readonly baseUrl?: string;
}

/** The official client for one call that `signal` bounds, and what went over the wire last. */
export interface TwilioCall {
  readonly messages: Twilio['messages'];
  /** `active`, `suspended` or `closed`. */
  accountStatus(): Promise<string>;
  last(): Exchange | undefined;
}

export function twilioCall(account: TwilioAccount, signal: AbortSignal): TwilioCall {
  const wire = new Wire(account.baseUrl, signal);
  // A log level from the environment would print numbers and texts.
  const client = new Twilio(account.accountSid, account.authToken, { httpClient: wire, logLevel: 'silent' });
  return {
    messages: client.messages,
    accountStatus: async () => (await client.api.v2010.accounts(account.accountSid).fetch()).status,
    last: () => wire.last,
  };
}

/** Sends what the official client built: so that it can be ended, and "never written" be told from "nobody knows". */
class Wire extends RequestClient {
  last: Exchange | undefined;
  readonly #baseUrl: string | undefined;
  readonly #signal: AbortSignal;

  constructor(baseUrl: string | undefined, signal: AbortSignal) {
    super();
    this.#baseUrl = baseUrl;
    this.#signal = signal;
  }

  override async request<Data>(options: RequestClient.RequestOptions<Data>): Promise<Response<Data>> {
    const { method, headers = {}, username = '', password = '', data, params } = options;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const answer = await exchange(
      {
        url: this.#urlOf(options.uri, params),
        method: method === 'post' ? 'POST' : 'GET',
        headers: { ...(headers as Record<string, string>), authorization },
        ...(method === 'post' && { body: formOf(data ?? {}).toString() }),
      },
      this.#signal,
    );
    this.last = answer;
    if (answer.kind !== 'answer') throw new Error(answer.code);
    return { statusCode: answer.status, body: answer.text, headers: answer.headers } as Response<Data>;
  }

  #urlOf(uri: string, params: object | undefined): string {
    const url = new URL(uri);
    for (const [name, value] of formOf((params ?? {}) as Fields)) url.searchParams.append(name, value);
    return this.#baseUrl === undefined ? url.href : new URL(url.pathname + url.search, this.#baseUrl).href;
  }
}

type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

function formOf(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) if (one !== undefined) form.append(name, String(one));
  return form;
}
